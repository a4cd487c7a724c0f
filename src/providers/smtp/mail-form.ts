import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../provider.ts';
import { type Mailbox, mailbox } from './header-line.ts';
import { printable } from './quoted-printable.ts';
import { type Stamp, stamped, stampOf } from './stamp.ts';

/**
 * A letter as MIME, but for what differs between its recipients: the headers that are the same for
 * all, and the parts with their gaps.
 */
export type MailForm = {
  /** Ends with its line break. */
  headers: string;
  /** From the empty line on: what stands before each part, and the part. */
  parts: readonly { before: string; stamp: Stamp }[];
  after: string;
  /** The files, from the boundary before the first on: the same octets for everybody. Empty: none. */
  tail: Buffer;
};

/** A file as it stands in a mail. */
export type MailFile = { name: string; type: string; bytes: Buffer };

/** Where a part's words go; no boundary looks like them. */
const places = ['headsup-text-goes-here', 'headsup-html-goes-here'];

/** Builds what all recipients of a letter get (RFC 5322, RFC 2045). `html` is left out where there is none. */
export async function mailForm(
  from: Mailbox,
  letter: Pick<Letter, 'text'> & Partial<Letter>,
  files: readonly MailFile[] = [],
): Promise<MailForm> {
  const [text = '', html = ''] = places;
  const encoded = (content: string) => ({ content, contentTransferEncoding: 'quoted-printable' });
  const composer = new MailComposer({
    from: letter.fromName === undefined ? from : mailbox({ ...from, name: letter.fromName }),
    ...(letter.replyTo === undefined
      ? {}
      : { replyTo: mailbox({ name: '', address: letter.replyTo }) }),
    text: encoded(text),
    ...(letter.html ? { html: encoded(html) } : {}),
    attachments: files.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: bytes,
      contentDisposition: 'attachment' as const,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const built = (await composer.compile().build()).toString('latin1');
  const bodyAt = built.indexOf('\r\n\r\n');
  const strands = letter.html ? [letter.text, letter.html] : [letter.text];
  const parts: { before: string; stamp: Stamp }[] = [];
  let end = bodyAt;
  for (const [index, strand] of strands.entries()) {
    const place = places[index] ?? '';
    const at = built.indexOf(place, end);
    if (at < 0) throw new Error(`a mail was composed without ${place}`);
    parts.push({ before: built.slice(end, at), stamp: stampOf(strand) });
    end = at + place.length;
  }
  return {
    headers: commonHeaders(built.slice(0, bodyAt)),
    parts,
    ...split(built.slice(end), files),
  };
}

/** What comes behind the last part that differs; with files it is large, and kept as octets once. */
function split(rest: string, files: readonly MailFile[]): Pick<MailForm, 'after' | 'tail'> {
  return files.length === 0
    ? { after: rest, tail: Buffer.alloc(0) }
    : { after: '', tail: Buffer.from(rest, 'latin1') };
}

/** The body for one recipient, from the empty line on: ASCII. */
export function filledForm({ parts, after }: MailForm, values: readonly string[]): string {
  const encoded = values.map(printable);
  let body = '';
  for (const { before, stamp } of parts) body += before + stamped(stamp, encoded);
  return body + after;
}

/** All but those that each message has of its own. */
function commonHeaders(headers: string): string {
  const common = headers
    .split(/\r\n(?![ \t])/)
    .filter((line) => !/^(Message-ID|Date):/i.test(line));
  return `${common.join('\r\n')}\r\n`;
}

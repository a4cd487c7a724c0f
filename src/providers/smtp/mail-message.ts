import { type Mailbox, mailboxHeader, textHeader } from './header-line.ts';
import { filledForm, type MailForm } from './mail-form.ts';

/** What differs between the recipients of a letter. Mailboxes are fit for a header. */
export type MailParts = {
  from: Mailbox;
  to: Mailbox;
  subject: string;
  /** Ours of the attempt; it becomes the Message-ID, so that a bounce can be traced to it. */
  reference: string;
  date: Date;
  /** For the gaps of the form. */
  values: readonly string[];
  /** A link by which the recipient gets no more. */
  unsubscribe?: string | undefined;
};

/** An email as it goes over the wire: the addresses of the envelope, and the message in octets. */
export type MailMessage = {
  from: string;
  to: string;
  octets: Buffer;
  /** What comes after them: the files, in the same octets for everybody. */
  tail: Buffer;
};

/** Stamps an email: its own headers, those of all, and the body with its values. */
export function mailMessage(form: MailForm, parts: MailParts): MailMessage {
  const { from, to, subject, reference, date, values } = parts;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const message =
    mailboxHeader('To', to) +
    textHeader('Subject', subject) +
    `Message-ID: <${reference}@${domain}>\r\n` +
    `Date: ${dateOf(date)}\r\n` +
    unsubscribeHeaders(parts.unsubscribe) +
    form.headers.slice(0, -2) +
    filledForm(form, values);
  // Every part of it is ASCII: encoded words and quoted-printable.
  return {
    from: from.address,
    to: to.address,
    octets: Buffer.from(message, 'latin1'),
    tail: form.tail,
  };
}

/** As RFC 5322, 3.3 has it. */
function dateOf(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

/** RFC 2369 and 8058: a mail reader shows it as a button, and presses it by a POST without more. */
function unsubscribeHeaders(link: string | undefined): string {
  if (link === undefined) return '';
  return `List-Unsubscribe: <${link}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`;
}

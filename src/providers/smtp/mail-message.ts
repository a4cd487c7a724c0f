import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import { htmlBody } from './html-body.ts';

/** What an email is made from. Names may be empty and are hostile; addresses are bare mailboxes. */
export type MailParts = {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** Ours of the attempt; it becomes the Message-ID, so that a bounce can be traced to it. */
  reference: string;
  date: Date;
};

/** An email as it goes over the wire: the addresses of the envelope, and the message in octets. */
export type MailMessage = { from: string; to: string; octets: Buffer };

/**
 * Builds an email (RFC 5322, RFC 2045) with a plain text and an HTML part made from it. Names and the
 * subject are encoded by RFC 2047 where they need it, and can neither break nor add a header.
 */
export async function mailMessage(parts: MailParts): Promise<MailMessage> {
  const from = mailbox(parts.from);
  const to = mailbox(parts.to);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const composer = new MailComposer({
    from,
    to,
    subject: oneLine(parts.subject),
    text: parts.text,
    html: htmlBody(parts.text),
    messageId: `<${parts.reference}@${domain}>`,
    date: parts.date,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const octets = await composer.compile().build();
  return { from: from.address, to: to.address, octets };
}

/** A domain in other letters goes in its ASCII form (RFC 5890), which every server takes. */
function mailbox({ name, address }: { name: string; address: string }): {
  name: string;
  address: string;
} {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return {
    name: oneLine(name),
    address: `${address.slice(0, at)}@${domainToASCII(domain) || domain}`,
  };
}

/** A header's value. What only looks like an encoded word (RFC 2047, 2) is kept from being read as one. */
function oneLine(text: string): string {
  return text
    .replaceAll('=?', '= ?')
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}

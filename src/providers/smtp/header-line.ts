import { domainToASCII } from 'node:url';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';

/** A name, which may be empty and is hostile, and a bare mailbox. */
export type Mailbox = { name: string; address: string };

/** Characters of a line of a header (RFC 5322, 2.1.1). */
const longest = 76;
const node = new MimeNode('text/plain');
const tidy = /^(?:[\x21-\x7e]+(?: [\x21-\x7e]+)*)?$/;
const simpleName = /^\w+(?: \w+)*$/;
const simpleAddress = /^[\w+-]+(?:\.[\w+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/**
 * A header of the message, with its line break; nothing where the text is empty. What is not ASCII is
 * encoded by RFC 2047, and long lines are folded; no text can break out of its header.
 */
export function textHeader(name: string, text: string): string {
  const line = `${name}: ${oneLine(text)}`;
  if (line.length <= longest && tidy.test(line)) return `${line}\r\n`;
  const value = node.encodeHeaderValue(name, oneLine(text));
  return value === '' ? '' : `${foldLines(`${name}: ${value}`, longest)}\r\n`;
}

/** A header that names a mailbox. */
export function mailboxHeader(header: string, { name, address }: Mailbox): string {
  const line = name === '' ? `${header}: ${address}` : `${header}: ${name} <${address}>`;
  const isSimple = (name === '' || simpleName.test(name)) && simpleAddress.test(address);
  if (isSimple && line.length <= longest) return `${line}\r\n`;
  const value = node.encodeHeaderValue(header, [{ name, address }]);
  return `${foldLines(`${header}: ${value}`, longest)}\r\n`;
}

/** A mailbox fit for a header. A domain in other letters goes in its ASCII form (RFC 5890), which every server takes. */
export function mailbox({ name, address }: Mailbox): Mailbox {
  if (simpleAddress.test(address)) return { name: oneLine(name), address };
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return {
    name: oneLine(name),
    address: `${address.slice(0, at)}@${domainToASCII(domain) || domain}`,
  };
}

/** A header's value. What only looks like an encoded word (RFC 2047, 2) is kept from being read as one. */
export function oneLine(text: string): string {
  if (tidy.test(text) && !text.includes('=?')) return text;
  return text
    .replaceAll('=?', '= ?')
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}

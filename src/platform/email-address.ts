import { domainToASCII } from 'node:url';
import type { Sentence } from '../contract/said.ts';

/** RFC 5321 4.5.3.1: octets of the part before the @, of the domain, and of the whole. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 253;
const LONGEST = 254;

/** RFC 5322 3.2.3 dot-atom, with the letters beyond ASCII that RFC 6532 adds. */
const LOCAL_PART =
  /^[\w!#$%&'*+/=?^`{|}~\u{80}-\u{10ffff}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u{80}-\u{10ffff}-]+)*$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Reads one mailbox, as in `ana@example.com`. Space around it is dropped and the domain is
 * lower-cased (and put into its ASCII form, RFC 5891); what stands before the @ is kept as written,
 * because only its own server knows whether case matters there (RFC 5321 2.4). Quoted local parts
 * and addresses in brackets are refused. `problem` is a sentence for the person who typed it.
 */
export function readEmailAddress(text: string): { address: string } | { problem: Sentence } {
  const written = text.trim();
  if (written === '') return { problem: /*i18n*/ 'The email address is empty.' };
  const at = written.lastIndexOf('@');
  const local = written.slice(0, Math.max(0, at));
  const domain = at < 0 ? '' : domainToASCII(written.slice(at + 1));
  const address = `${local}@${domain}`;
  const fits =
    written.length <= LONGEST &&
    Buffer.byteLength(local) <= LONGEST_LOCAL_PART &&
    domain.length <= LONGEST_DOMAIN &&
    Buffer.byteLength(address) <= LONGEST;
  if (fits && LOCAL_PART.test(local) && !hasHidden(local) && DOMAIN.test(domain))
    return { address };
  return {
    problem: {
      text: /*i18n*/ '“{written}” is not an email address; write it as in ana@example.com.',
      values: { written: written.slice(0, 80) },
    },
  };
}

/** Spaces, controls and marks without a shape: two addresses that look alike would differ by them. */
function hasHidden(text: string): boolean {
  return /[\p{Z}\p{C}]/u.test(text);
}

import { readEmailAddress } from '../../platform/email-address.ts';
import { readPhoneNumber } from '../../platform/phone-number.ts';
import { blankOut } from './blank-out.ts';

/** A way to reach somebody, or what was meant as one, and where it stands in its line. */
export type FoundAddress = {
  kind: 'phone' | 'email' | 'invalid';
  /** E.164, a mailbox, or as written. */
  value: string;
  from: number;
  to: number;
};

const EMAIL = /[^\s<>()[\]:;,"“”|=]+@[^\s<>()[\]:;,"“”|=]+/gu;
const DIGITS = /(?<![\p{L}\p{N}@._/=+-])(?:\+|\(\+?|00)?\d[\d\s().–/-]{4,28}\d(?![\p{L}\d@])/gu;
/** A number with an O for a zero or an l for a one: told from a code by the shape of a number. */
const MISTYPED =
  /(?<![\p{L}\p{N}])(?=[\d\s().-]*[OoIl])(?:\+?\d{1,3}[\s.-]?)?\(?[\dOoIl]{3}\)?[\s.-][\dOoIl]{3}[\s.-][\dOoIl]{4}(?![\p{L}\p{N}])/gu;

/** All mailboxes and phone numbers of a line in order; national numbers are read as dialled in `country`. */
export function findAddresses(line: string, country: string): FoundAddress[] {
  if (!/[\d@]/.test(line)) return [];
  const found = findEmails(line);
  let rest = blankOut(line);
  for (const { from, to } of found) rest = blank(rest, from, to);
  for (const phone of findNumbers(rest, country)) {
    found.push(phone);
    rest = blank(rest, phone.from, phone.to);
  }
  for (const match of rest.matchAll(MISTYPED)) {
    const [written] = match;
    found.push({
      kind: 'invalid',
      value: written,
      from: match.index,
      to: match.index + written.length,
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

function findEmails(line: string): FoundAddress[] {
  if (!line.includes('@')) return [];
  const found: FoundAddress[] = [];
  for (const match of line.matchAll(EMAIL)) {
    const written = match[0].replace(/^mailto:/i, '').replace(/[.!?'’]+$/u, '');
    const from = match.index + match[0].indexOf(written);
    // A link may hold an @ too.
    if (/^https?:|\//.test(written)) continue;
    const read = readEmailAddress(written);
    const address: Pick<FoundAddress, 'kind' | 'value'> =
      'address' in read
        ? { kind: 'email', value: read.address }
        : { kind: 'invalid', value: written.slice(0, 100) };
    found.push({ ...address, from, to: from + written.length });
  }
  return found;
}

function findNumbers(text: string, country: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  for (const match of text.matchAll(DIGITS)) {
    found.push(...numbersOfRun(match[0], match.index, country));
  }
  return found;
}

/**
 * The numbers in a run of digits and punctuation: the longest parts, from the left, that are numbers
 * in use. What is none but is written like one comes as invalid.
 */
function numbersOfRun(run: string, offset: number, country: string): FoundAddress[] {
  const chunks = [...run.matchAll(/[^\s]+/gu)].map((m) => ({
    from: m.index,
    to: m.index + m[0].length,
  }));
  const found: FoundAddress[] = [];
  for (let i = 0; i < chunks.length; ) {
    const number = longestFrom(run, chunks.slice(i), offset, country);
    if (number) found.push(number.address);
    i += number?.chunks ?? 1;
  }
  if (found.length > 0 || !isWrittenLikeANumber(run)) return found;
  return [{ kind: 'invalid', value: run.trim(), from: offset, to: offset + run.length }];
}

function longestFrom(
  run: string,
  chunks: readonly { from: number; to: number }[],
  offset: number,
  country: string,
): { address: FoundAddress; chunks: number } | null {
  const from = chunks[0]?.from ?? 0;
  for (let length = Math.min(chunks.length, 8); length > 0; length--) {
    const to = chunks[length - 1]?.to ?? from;
    const part = run.slice(from, to).replace(/[(/–.-]+$/u, '');
    if (!hasDigitsOfANumber(part)) continue;
    const read = readPhoneNumber(part, country);
    if ('e164' in read) {
      const address = {
        kind: 'phone' as const,
        value: read.e164,
        from: offset + from,
        to: offset + to,
      };
      return { address, chunks: length };
    }
  }
  return null;
}

/** National numbers may be as short as five digits in some countries; none is longer than E.164's 15. */
function hasDigitsOfANumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 5 && digits <= 17;
}

/** Seven to fifteen digits in at least three parts, or after a plus. */
function isWrittenLikeANumber(run: string): boolean {
  const digits = run.replace(/\D/g, '').length;
  const parts = run.split(/\D+/).filter((part) => part !== '').length;
  return digits >= 7 && digits <= 16 && (parts >= 3 || run.startsWith('+'));
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
}

import { septets } from './gsm-alphabet.ts';

/** How a text is billed as SMS. */
export type SmsSegments = {
  encoding: 'GSM-7' | 'UCS-2';
  /** What the limits count: septets in GSM-7 (`€` takes two), UTF-16 code units in UCS-2 (`😀` takes two). */
  characters: number;
  segments: number;
  /** The characters that GSM-7 lacks, each once, in the order of their appearance. */
  unicode: string[];
};

/** Units in a message of one segment, and in each of several (a header of 6 octets takes the rest). */
const limits = {
  'GSM-7': { single: 160, part: 153 },
  'UCS-2': { single: 70, part: 67 },
} as const;

/**
 * Encoding and segments of a text (3GPP TS 23.038 for alphabets and lengths, TS 23.040 9.2.3.24.1 for
 * the parts of a concatenated message). Two units that belong together, an escape and its code or a
 * surrogate pair, never stand in two segments; so a part may stay one unit short.
 */
export function smsSegments(text: string): SmsSegments {
  const unicode = [...new Set(text)].filter((character) => septets(character) === 0);
  const encoding = unicode.length === 0 ? 'GSM-7' : 'UCS-2';
  const widths = Array.from(text, encoding === 'GSM-7' ? septets : (c: string) => c.length);
  const characters = widths.reduce((sum, width) => sum + width, 0);
  const { single, part } = limits[encoding];
  const segments = characters <= single ? Math.min(1, characters) : parts(widths, part);
  return { encoding, characters, segments, unicode };
}

function parts(widths: readonly number[], room: number): number {
  let count = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled + width > room) {
      count += 1;
      filled = 0;
    }
    filled += width;
  }
  return count;
}

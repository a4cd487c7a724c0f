import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { Sentence } from '../contract/said.ts';

/** Numbers are at most 15 digits (E.164); the rest is punctuation and an extension. */
const LONGEST = 60;

/**
 * Reads a phone number as people write it: in E.164, with the international prefix `+`, or as it is
 * dialled in `country` (ISO 3166-1 alpha-2, upper case). An extension is left out, because no text
 * can reach it. Only numbers of a range that is in use are taken; letters are not digits here, so
 * `1-800-FLOWERS` is refused like any typing mistake. `problem` is a sentence for the person who typed it.
 */
export function readPhoneNumber(
  text: string,
  country: string,
): { e164: string } | { problem: Sentence } {
  const written = text.trim();
  const shown = written.slice(0, LONGEST);
  if (written === '') return { problem: /*i18n*/ 'The phone number is empty.' };
  const withoutExtension = written.replace(
    /[\s,;]*(?:\bext(?:ension)?\b\.?|\bx|#)\s*\d{1,7}$/iu,
    '',
  );
  if (/\p{L}/u.test(withoutExtension)) {
    return {
      problem: {
        text: /*i18n*/ '“{written}” has letters in it; write the phone number in digits.',
        values: { written: shown },
      },
    };
  }
  const home = countryOf(country);
  const number =
    written.length <= LONGEST
      ? parsePhoneNumberFromString(withoutExtension, {
          ...(home && { defaultCountry: home }),
          extract: false,
        })
      : undefined;
  if (number?.isValid()) return { e164: number.number };
  return {
    problem: {
      text: /*i18n*/ '“{written}” is not a phone number in use; check its digits, or write it with + and the country code.',
      values: { written: shown },
    },
  };
}

/** The digits as they are dialled in the number's own country: `02079460018` for `+442079460018`. */
export function nationalDigits(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatNational().replace(/\D/g, '') ?? '';
}

/**
 * A number as people write it: `+1 212 555 0123`, or `(212) 555-0123` as it is dialled in its own
 * country. What is no number in E.164 stays as it is.
 */
export function spokenNumber(text: string, style: string): string {
  const number = text.startsWith('+') ? parsePhoneNumberFromString(text) : undefined;
  if (!number) return text;
  return style === 'national' ? number.formatNational() : number.formatInternational();
}

function countryOf(code: string): CountryCode | undefined {
  return isSupportedCountry(code) ? code : undefined;
}

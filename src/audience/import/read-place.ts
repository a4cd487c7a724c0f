import { ianaZone } from '../../calendars/ics/iana-zone.ts';
import type { Sentence } from '../../contract/said.ts';

type Read = { value: string } | { problem: Sentence };

const zones = new Map<string, string | null>();

/** An IANA name in its own spelling; empty for empty. */
export function readTimeZone(text: string): Read {
  if (text === '') return { value: '' };
  const known = zones.get(text) ?? ianaZone(text.slice(0, 60))?.name ?? null;
  if (zones.size < 1_000) zones.set(text, known);
  if (known !== null) return { value: known };
  return {
    problem: {
      text: /*i18n*/ '“{written}” is not a time zone; write it as in America/New_York.',
      values: { written: text.slice(0, 60) },
    },
  };
}

/** A language by its code (BCP 47), in the code's own spelling; empty for empty. */
export function readLanguage(text: string): Read {
  if (text === '') return { value: '' };
  const problem = {
    text: /*i18n*/ '“{written}” is not the code of a language; write it as in en, es or fr-CA.',
    values: { written: text.slice(0, 60) },
  };
  try {
    const [code] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
    const isKnown = code !== undefined && /^[a-z]{2,3}(?:-|$)/.test(code);
    return isKnown && code.length <= 35 ? { value: code } : { problem };
  } catch {
    return { problem };
  }
}

import { createRequire } from 'node:module';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { smsSegments } from './sms-segments.ts';

type Count = { unicode: boolean; segments: number };

// It has no types; only the two things that are read of its answer are said here.
const splitSms = createRequire(import.meta.url)('split-sms') as {
  split(
    text: string,
    options: { summary: true },
  ): { characterSet: 'GSM' | 'Unicode'; parts: unknown[] };
};

/** Two calculators that know nothing of each other, and ours. An empty text is no message. */
const calculators: Record<string, (text: string) => Count> = {
  twilio: (text) => {
    const { encodingName, segmentsCount } = new SegmentedMessage(text, 'auto');
    return { unicode: encodingName === 'UCS-2', segments: segmentsCount };
  },
  split: (text) => {
    const { characterSet, parts } = splitSms.split(text, { summary: true });
    return { unicode: characterSet === 'Unicode', segments: parts.length };
  },
};

function ours(text: string): Count {
  const { encoding, segments } = smsSegments(text);
  return { unicode: encoding === 'UCS-2', segments };
}

/** Texts on which a calculator counts otherwise than we do. */
function differing(calculator: string, texts: readonly string[]): string[] {
  expect(texts.length).toBeGreaterThan(5);
  const count = calculators[calculator];
  const others = texts.filter((text) => {
    const [theirs, own] = [count?.(text), ours(text)];
    return theirs?.unicode !== own.unicode || theirs.segments !== own.segments;
  });
  return others.map((text) => `${text.length}: ${text.replace(/(.)\1+/gu, '$1+')}`);
}

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';
/** Around what one segment, two, three and four hold, in septets and in UTF-16 units. */
const lengths = [
  1, 2, 66, 67, 68, 69, 70, 71, 72, 133, 134, 135, 136, 152, 153, 154, 159, 160, 161, 162, 200, 201,
  202, 267, 268, 269, 305, 306, 307, 308, 458, 459, 460, 461, 611, 612, 613,
];
/** Where something of two units straddles a boundary, or just does not. */
const places = [
  0, 65, 66, 67, 68, 69, 70, 132, 133, 134, 151, 152, 153, 158, 159, 160, 199, 200, 201, 304, 305,
  306, 457, 458, 459,
];

/** A text of `length` units with `inserted` at each of the places where there is room. */
const withInserted = (filler: string, inserted: string) =>
  lengths.flatMap((length) =>
    places
      .filter((place) => place + inserted.length <= length)
      .map(
        (place) =>
          filler.repeat(place) + inserted + filler.repeat(length - place - inserted.length),
      ),
  );

const corpus: Record<string, string[]> = {
  'every character of GSM-7, alone and many times': [...basic, ...extension].flatMap((c) =>
    [1, 80, 81, 153, 160, 161, 307].map((times) => c.repeat(times)),
  ),
  'every character of GSM-7 at a boundary': [...basic, ...extension].flatMap((c) => [
    `${'a'.repeat(152)}${c}${'b'.repeat(200)}`,
    `${'a'.repeat(159)}${c}`,
  ]),
  'lengths around every limit': lengths.flatMap((n) => ['a'.repeat(n), 'ж'.repeat(n)]),
  'two septets anywhere': [...'€['].flatMap((c) => withInserted('a', c)),
  'surrogate pairs anywhere': ['😀', '𝒳'].flatMap((c) => withInserted('ж', c)),
  'faces only': [1, 33, 34, 35, 36, 66, 67, 68, 99, 100, 101, 200].map((n) => '😀'.repeat(n)),
  'one character that GSM-7 lacks': [...'’ç\u00a0'].flatMap((c) => withInserted('a', c)),
  'letters with an accent of their own': withInserted('ж', 'é').concat(withInserted('a', 'é')),
  'line ends, scripts and mixtures': [
    'a\r\nb'.repeat(40),
    '\n'.repeat(161),
    '日本語'.repeat(30),
    'שלום עולם '.repeat(9),
    '“Hi” – ok… 😀'.repeat(12),
    '👩‍👩‍👧‍👦'.repeat(6),
    '👩‍👩‍👧‍👦'.repeat(7),
    `€${'a'.repeat(158)}`,
    `€${'a'.repeat(159)}`,
  ],
};

describe.each(Object.keys(calculators))('%s counts as we do', (calculator) => {
  test.each(Object.keys(corpus))(
    '%s',
    (kind) => {
      expect(differing(calculator, corpus[kind] ?? [])).toEqual([]);
    },
    60_000,
  );
});

/**
 * Where the two differ from each other: Twilio's keeps in one segment what people see as one character: a
 * letter and a combining mark, a flag, a face and its colour, a family. 3GPP TS 23.040 9.2.3.24.1 asks for that
 * only of an escape and its code and TS 23.038 6.2.3 counts each UCS-2 character by itself, so that the other one and we are
 * right. Accents are composed (NFC) before they are sent, and then all agree.
 */
describe('what is seen as one character but is several', () => {
  const several = ['e\u0301', '🇩🇪', '👍🏽', '👩‍👧'];

  test.each(several)(
    '%s is parted as the standard has it',
    (cluster) => {
      const texts = withInserted('ж', cluster);
      expect(differing('split', texts)).toEqual([]);
      const straddling = texts.filter((text) => {
        const place = text.indexOf(cluster);
        const boundary = Math.ceil((place + 1) / 67) * 67;
        return boundary < place + cluster.length;
      });
      const others = texts.filter((text) => !straddling.includes(text));
      expect(straddling.length).toBeGreaterThan(0);
      expect(differing('twilio', others)).toEqual([]);
    },
    60_000,
  );

  test('an accent makes no difference as it is sent', () => {
    const sent = withInserted('ж', 'e\u0301').map((text) => text.normalize('NFC'));
    for (const calculator of Object.keys(calculators))
      expect(differing(calculator, sent)).toEqual([]);
  }, 60_000);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smsSegments } from './sms-segments.ts';

describe('GSM-7', () => {
  test.each([
    [0, 0],
    [1, 1],
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
    [459, 3],
    [460, 4],
  ])('%i letters are %i segments', (length, segments) => {
    expect(smsSegments('a'.repeat(length))).toEqual({
      encoding: 'GSM-7',
      characters: length,
      segments,
      unicode: [],
    });
  });

  test('the whole alphabet and its extension are no reason for Unicode', () => {
    const text = '@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤ÄÖÑÜ§¿äöñüà¡ !"#%&\'()*+,-./:;<=>?\n\r';
    expect(smsSegments(text)).toMatchObject({ encoding: 'GSM-7', characters: text.length });
    expect(smsSegments('^{}\\[~]|€\f')).toMatchObject({ encoding: 'GSM-7', characters: 20 });
  });

  test('an extension character is not split over two segments', () => {
    expect(smsSegments(`${'a'.repeat(152)}€${'a'.repeat(151)}`).segments).toBe(2);
    expect(smsSegments(`${'a'.repeat(152)}€${'a'.repeat(152)}`).segments).toBe(3);
  });

  test('letters that only look alike are Unicode', () => {
    expect(smsSegments('çáí`ΑBÿ').unicode).toEqual(['ç', 'á', 'í', '`', 'Α', 'ÿ']);
  });
});

describe('UCS-2', () => {
  test.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('%i characters are %i segments', (length, segments) => {
    expect(smsSegments('ж'.repeat(length))).toEqual({
      encoding: 'UCS-2',
      characters: length,
      segments,
      unicode: ['ж'],
    });
  });

  test('a pair counts twice and is not split over two segments', () => {
    expect(smsSegments('😀'.repeat(35))).toMatchObject({ characters: 70, segments: 1 });
    expect(smsSegments('😀'.repeat(66))).toMatchObject({ characters: 132, segments: 2 });
    expect(smsSegments('😀'.repeat(67))).toMatchObject({ characters: 134, segments: 3 });
  });

  test('it names each character that made it so, once', () => {
    expect(smsSegments('“Hi” 😀😀 – ok”').unicode).toEqual(['“', '”', '😀', '–']);
  });
});

test('segments hold the text, and no fewer would', () => {
  const text = fc.array(fc.constantFrom('a', '€', 'ж', '😀', ' ', '[')).map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 200 }), (sample, times) => {
      const { characters, encoding, segments, unicode } = smsSegments(sample.repeat(times));
      const [single, part] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
      expect(unicode.length > 0).toBe(encoding === 'UCS-2');
      if (characters <= single) expect(segments).toBe(characters === 0 ? 0 : 1);
      else {
        expect(segments).toBeGreaterThanOrEqual(Math.ceil(characters / part));
        expect(segments).toBeLessThanOrEqual(Math.ceil(characters / (part - 1)));
      }
    }),
  );
});

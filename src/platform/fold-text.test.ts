import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';

test.each([
  ['  Björn\tÅKESSON ', 'bjorn akesson'],
  ['Lía Ferrari', 'lia ferrari'],
  ['Straße', 'strasse'],
  ['ŁØÆŒĐÞ', 'loaeoedth'],
  ['İstanbul', 'istanbul'],
  ['ＡＢＣ', 'abc'],
])('%j folds to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folding twice changes nothing', async () => {
  await assert(
    property(string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
  );
});

import { expect, test } from 'vitest';
import { smsSegments } from '../message/sms-segments.ts';
import { canBePlain, inPlainCharacters } from './plain-character.ts';

const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test('what is replaced is replaced by characters that GSM-7 has', () => {
  const replaced = all.filter(canBePlain);
  expect(replaced.length).toBeGreaterThan(20);
  for (const character of replaced) {
    expect([character, smsSegments(character).unicode]).toEqual([character, [character]]);
    expect([character, smsSegments(inPlainCharacters(character)).unicode]).toEqual([character, []]);
  }
});

test('nothing else is touched: accents, other scripts, faces and what GSM-7 has', () => {
  const others = all.filter((character) => !canBePlain(character)).join('');
  expect(inPlainCharacters(others)).toBe(others);
  expect(inPlainCharacters('Zoë Nguyễn 陳大文 👩‍👧 €')).toBe('Zoë Nguyễn 陳大文 👩‍👧 €');
});

test('doing it twice changes nothing', () => {
  const once = inPlainCharacters(all.join(''));
  expect(inPlainCharacters(once)).toBe(once);
});

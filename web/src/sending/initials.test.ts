import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Ana Ruiz', 'AR'],
  ['  ana maría de la ruiz ', 'AR'],
  ['Björn', 'B'],
  ['ליאה פרארי', 'לפ'],
  ['田中', '田'],
  ['"Tom" (Ferrari)', 'TF'],
  ['=1+1', '1'],
  ['e\u0301mile Zola', 'E\u0301Z'],
  ['—', ''],
  ['', ''],
])('%j is %j', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

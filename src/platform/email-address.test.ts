import { expect, test } from 'vitest';
import { readEmailAddress } from './email-address.ts';

test.each([
  [' Ana.Ruiz@Example.COM ', 'Ana.Ruiz@example.com'],
  ['o’neil+desk@example.co.uk', 'o’neil+desk@example.co.uk'],
  ["o'neil@example.com", "o'neil@example.com"],
  ['björn@exämple.se', 'björn@xn--exmple-cua.se'],
])('%j is %s', (text, address) => {
  expect(readEmailAddress(text)).toEqual({ address });
});

test.each([
  'ana',
  'ana@',
  '@example.com',
  'ana@example',
  'ana@@example.com',
  'ana ruiz@example.com',
  'ana@example.com, tom@example.com',
  'ana@exam_ple.com',
  '.ana@example.com',
  'ana..ruiz@example.com',
  '"ana ruiz"@example.com',
  'ana@[127.0.0.1]',
  'ana@127.0.0.1',
  'ana\u200b@example.com',
  'ana@example.com\r\nBcc: tom@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(60)}.${'c'.repeat(250)}.com`,
])('%j is refused', (text) => {
  expect(readEmailAddress(text)).toHaveProperty('problem');
});

test('an empty one has its own sentence', () => {
  expect(readEmailAddress('  ')).toEqual({ problem: 'The email address is empty.' });
});

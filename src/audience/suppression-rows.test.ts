import { expect, it } from 'vitest';
import { inEnglish } from '../../test/support/in-english.ts';
import { csvLine } from '../platform/csv-line.ts';
import { SUPPRESSION_COLUMNS } from './export-suppressions.ts';
import { suppressionRows } from './suppression-rows.ts';

const read = (text: string) => inEnglish([...suppressionRows(text, { country: 'US' })]);
const ana = { channel: 'sms', address: '+12125550101', reason: 'manual', note: '' };

it('reads what our own list writes', () => {
  const note = '=HYPERLINK("http://evil.example"), and\na second line; with 🛑';
  const text = `\ufeff${csvLine(SUPPRESSION_COLUMNS)}${csvLine(['sms', '+12125550101', 'stop', note, '', 'Sam'])}`;
  expect(read(text)).toEqual([{ line: 2, ...ana, reason: 'stop', note }]);
});

it.each([
  ['one column without a name', '(212) 555-0101', 1],
  ['blank lines and spaces', '\r\n  +1 212 555 0101  \r\n\r\n', 2],
  ['semicolons, and columns in another order', 'note;address\n;212-555-0101', 2],
  ['tabs and lines of old Macs', 'address\tnote\r+12125550101\t\r', 2],
  ['quotation marks', '"address"\n"+12125550101"', 2],
])('reads %s', (_, text, line) => {
  expect(read(text)).toEqual([{ line, ...ana }]);
});

it('takes a mailbox for email, and a named channel for what it is', () => {
  expect(read('address,channel\nana@example.com,\n+12125550101,Voice')).toMatchObject([
    { channel: 'email', address: 'ana@example.com' },
    { channel: 'voice', address: '+12125550101' },
  ]);
});

it.each([
  ['12', /not a phone number/],
  ['ana@', /not an email address/],
  ['address,channel\n+12125550101,fax', /“fax” is no channel/],
  ['address,reason\n+12125550101,bored', /“bored” is no reason/],
  ['"+12125550101\n+12125550102', /never closes/],
])('says what is wrong with %j', (text, problem) => {
  expect(read(text)).toEqual([
    { line: expect.any(Number), problem: expect.stringMatching(problem) },
  ]);
});

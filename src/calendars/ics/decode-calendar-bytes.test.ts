import { expect, test } from 'vitest';
import { inEnglish } from '../../../test/support/in-english.ts';
import { decodeCalendarBytes } from './decode-calendar-bytes.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

test('UTF-8, with or without a byte order mark or blank lines before', () => {
  expect(decodeCalendarBytes(bytes('BEGIN:VCALENDAR\r\nX:Björn'))).toEqual({
    text: 'BEGIN:VCALENDAR\r\nX:Björn',
  });
  expect(decodeCalendarBytes(bytes('\ufeff\r\nbegin:vcalendar\r\n'))).toHaveProperty('text');
});

test.each([
  ['', /empty/],
  [' \r\n\t', /empty/],
  ['<!DOCTYPE html><html>', /web page/],
  ['%PDF-1.7', /PDF/],
  ['{"events": []}', /JSON/],
  ['BEGIN:VCARD\nFN:Ana', /contacts/],
  ['name,phone\nAna,1', /does not begin with BEGIN:VCALENDAR/],
])('%j is no calendar', (text, reason) => {
  expect(inEnglish(decodeCalendarBytes(bytes(text)))).toEqual({
    unreadable: expect.stringMatching(reason),
  });
});

test('other encodings are named, with the line', () => {
  const latin1 = bytes('BEGIN:VCALENDAR\nX:1\nX:Björn', 'latin1');
  expect(inEnglish(decodeCalendarBytes(latin1))).toEqual({
    unreadable: expect.stringMatching(/not UTF-8.*line 3/),
  });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('BEGIN:VCALENDAR', 'utf16le')]);
  expect(inEnglish(decodeCalendarBytes(utf16))).toEqual({
    unreadable: expect.stringMatching(/UTF-16/),
  });
});

test('50 MB of noise are refused in under a second', () => {
  const noise = Buffer.alloc(50_000_000, 'no calendar \u0001 ');
  const begun = performance.now();
  expect(inEnglish(decodeCalendarBytes(noise))).toHaveProperty('unreadable');
  expect(performance.now() - begun).toBeLessThan(1000);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldKey } from '../platform/field-key.ts';
import { readFields } from './read-fields.ts';

const byKey = (description: string) =>
  Object.fromEntries(readFields(description).map(({ key, value }) => [key, value]));

test('lines that read "Label: value" are fields, the first of a key', () => {
  const description = 'Room: 2\nBooking ref. = X-12\n- Größe: M\nroom: 3\nPlease come early.';
  expect(byKey(description)).toEqual({ room: '2', booking_ref: 'X-12', grosse: 'M' });
});

test('an HTML description has lines too', () => {
  expect(byKey('<p>Room: 2<br>Doctor:&nbsp;Weiss</p>')).toEqual({ room: '2', doctor: 'Weiss' });
});

test('who somebody is, links and times of day are no fields', () => {
  const description =
    'Patient: Ana Ruiz\nPhone: +1 212 555 0123\nhttps://example.com/a\n10:30 check-up\nEmpty:\n: x';
  expect(byKey(description)).toEqual({});
});

test('keys that a language reserves are ordinary keys', () => {
  const fields = readFields('constructor: Smith\n__proto__: x\ntoString: y\nProto: z');
  expect(fields.map(({ key }) => key)).toEqual(['constructor', 'tostring', 'proto']);
});

test('no description makes a message endless', () => {
  const many = Array.from({ length: 1_000 }, (_, i) => `Label ${'abcdefghij'[i % 10]}${i}: x`);
  expect(readFields(many.join('\n'))).toHaveLength(30);
  const [long] = readFields(`Note: ${'😀'.repeat(5_000)}`);
  expect(long?.value.length).toBeLessThanOrEqual(300);
  expect(long?.value.isWellFormed()).toBe(true);
  expect(readFields(`${'a '.repeat(20_000)}: x`)).toEqual([]);
});

test('whatever is written, a key can be named in a text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(text, text, (label, value) => {
      for (const field of readFields(`${label}: ${value}`)) {
        expect(field.key).toMatch(/^\p{L}[\p{L}\p{N}_]{0,39}$/u);
        expect(fieldKey(field.key)).toBe(field.key);
      }
    }),
    { numRuns: 50 },
  );
});

import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { splitName } from './split-name.ts';

test.each([
  ['Ana Ruiz', 'Ana', 'Ruiz'],
  ['Ruiz, Ana', 'Ana', 'Ruiz'],
  ['de la Cruz, Dr. María José', 'María José', 'de la Cruz'],
  ['Dr. Ana María van der Berg Jr.', 'Ana María', 'van der Berg'],
  ['Mrs O’Neil', 'O’Neil', ''],
  ['Sean O’Neil', 'Sean', 'O’Neil'],
  ['Ludwig von Beethoven', 'Ludwig', 'von Beethoven'],
  ['John Smith, MD', 'John', 'Smith'],
  ['Sr. Pérez', 'Pérez', ''],
  ['Juan Pérez Sr.', 'Juan', 'Pérez'],
  ['Björn', 'Björn', ''],
  ['  Tom \t Ferrari ', 'Tom', 'Ferrari'],
  ['Van Morrison', 'Van', 'Morrison'],
  ['Dr.', 'Dr.', ''],
  ['李小龙', '李小龙', ''],
  ['', '', ''],
])('%j is %j and %j', (name, firstName, lastName) => {
  expect(splitName(name)).toEqual({ firstName, lastName });
});

test('whatever the name, it is taken apart', async () => {
  await assert(property(string(), (name) => typeof splitName(name).firstName === 'string'));
});

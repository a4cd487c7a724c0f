import { expect, it } from 'vitest';
import { inEnglish } from '../../../test/support/in-english.ts';
import { readRow, readTargets } from './read-row.ts';

const draft = (mapping: string, cells: readonly string[], country = 'US') =>
  inEnglish(
    readRow(
      { cells: [...cells], problem: null },
      {
        columns: mapping.split(',').map((_, i) => `C${i + 1}`),
        targets: readTargets(mapping.split(',')),
        country,
      },
    ),
  );

it('makes a contact of a row, with labels, several numbers in a cell, tags and fields', () => {
  const mapping = 'name,phone:mobile,label,email,tags,field:Insurer,time_zone,language,ignore';
  const cells = [
    'Dr. Ana Ruiz',
    '(212) 555-0123; +34 612 345 678',
    '* Work',
    'Ana <ana@Example.com>',
    'vip, VIP; knee',
    'Acme',
    'america/new_york',
    'ES-mx',
    'x',
  ];
  expect(draft(mapping, cells)).toEqual({
    draft: expect.objectContaining({
      name: 'Dr. Ana Ruiz',
      firstName: 'Ana',
      lastName: 'Ruiz',
      title: '',
      company: '',
      notes: '',
      timeZone: 'America/New_York',
      language: 'es-MX',
      fields: { Insurer: 'Acme' },
      tags: [
        { tag: 'vip', key: 'vip' },
        { tag: 'knee', key: 'knee' },
      ],
      addresses: [
        expect.objectContaining({
          kind: 'phone',
          address: '+12125550123',
          label: 'mobile',
          phoneCountry: 'US',
          phoneIsPremium: false,
        }),
        expect.objectContaining({
          kind: 'phone',
          address: '+34612345678',
          label: 'mobile',
          phoneCountry: 'ES',
          phoneIsPremium: false,
        }),
        expect.objectContaining({
          kind: 'email',
          address: 'ana@example.com',
          label: 'work',
          phoneCountry: null,
          phoneIsPremium: false,
        }),
      ],
    }),
  });
});

it('tells all that is wrong with a row, by column and value', () => {
  expect(draft('name,phone,email,time_zone', ['Ana', '555', 'ana@', 'Mars'])).toEqual({
    errors: [
      { column: 'C4', value: 'Mars', message: expect.stringContaining('not a time zone') },
      { column: 'C2', value: '555', message: expect.stringContaining('not a phone number in use') },
      { column: 'C3', value: 'ana@', message: expect.stringContaining('not an email address') },
    ],
  });
});

it.each([
  ['nothing in it', 'name,phone', ['', ''], /name, a company, a number/],
  ['too many cells', 'name,phone', ['Ruiz', ' Ana', '5'], /3 cells where there are 2 columns/],
  [
    'too many numbers',
    'phone',
    [Array.from({ length: 51 }, (_, i) => `+1212555${1000 + i}`).join(';')],
    /51 numbers/,
  ],
  ['a language by its name', 'name,language', ['Ana', 'English'], /code of a language/],
])('a row with %s is refused', (_, mapping, cells, sentence) => {
  expect(draft(mapping, cells)).toMatchObject({
    errors: [{ message: expect.stringMatching(sentence) }],
  });
});

it.each(['=HYPERLINK("http://evil.example")', '{{ account.name }}', '\u202eanA', '__proto__'])(
  'a name such as %s is a name and nothing more',
  (name) => {
    expect(draft('name,field:__proto__', [name, 'x'])).toMatchObject({ draft: { name } });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  },
);

it('reads what a report of refused rows made safe for spreadsheets', () => {
  expect(draft('name,phone', ['Ana', "'+1 212 555 0123"])).toMatchObject({
    draft: { addresses: [{ address: '+12125550123' }] },
  });
});

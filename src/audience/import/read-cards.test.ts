import { expect, it } from 'vitest';
import { english } from '../../platform/english.ts';
import { readCards } from './read-cards.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** The cards of a text, each as what it fills. */
async function cardsOf(lines: string, size = 11) {
  const { columns, rows } = readCards(inPieces(lines.replaceAll('\n', '\r\n'), size));
  const cards: { line: number; problem: string | null; card: Record<string, string> }[] = [];
  for await (const { line, problem, cells } of rows) {
    const filled = cells.flatMap((cell, at) => (cell === '' ? [] : [[columns[at], cell]]));
    cards.push({ line, problem: problem && english(problem), card: Object.fromEntries(filled) });
  }
  return cards;
}

it('reads a card of 3.0 with groups, labels of Apple, categories and fields', async () => {
  const [card] = await cardsOf(`BEGIN:VCARD
VERSION:3.0
N:Ruiz;Ana;María;Dr.;
FN:Dr. Ana María Ruiz
ORG:Hill Street Clinic;Dental
TITLE:Dentist
item1.TEL:+1 212 555 0123
item1.X-ABLabel:_$!<Mobile>!$_
item2.TEL;type=pref:+1 212 555 0124
item2.X-ABLabel:Front desk
TEL;type=WORK;type=FAX:+1 212 555 0125
EMAIL;type=INTERNET;type=WORK:ana@example.com
CATEGORIES:patients,VIP\\, gold
NOTE:Calls\\nback\\, always
TZ;VALUE=text:America/New_York
LANG:es
X-INSURER:Acme
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ
 AAAQABAAD
END:VCARD
`);
  expect(card).toEqual({
    line: 1,
    problem: null,
    card: {
      first_name: 'Ana María',
      last_name: 'Ruiz',
      title: 'Dr.',
      name: 'Dr. Ana María Ruiz',
      company: 'Hill Street Clinic, Dental',
      'field:Job title': 'Dentist',
      'phone:mobile': '+1 212 555 0123',
      'phone:Front desk': '+1 212 555 0124',
      'email:work': 'ana@example.com',
      tags: 'patients;VIP, gold',
      notes: 'Calls\nback, always',
      time_zone: 'America/New_York',
      language: 'es',
      'field:Insurer': 'Acme',
    },
  });
});

it('reads 2.1: types without a name, quoted-printable with soft breaks, its character sets', async () => {
  const [card] = await cardsOf(`BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=
=AB;;;
TEL;CELL;PREF:0171 1234567
TEL;HOME:030 123456
NOTE;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Stra=DFe=0D=0Azwei
PHOTO;BASE64:
 R0lGODlhAQABAIAAAAUEBA

END:VCARD
`);
  expect(card?.card).toEqual({
    first_name: 'Zoë',
    last_name: 'Müller',
    'phone:mobile': '0171 1234567',
    'phone:home': '030 123456',
    notes: 'Straße\nzwei',
  });
});

it('reads 4.0: numbers as addresses, and a second number of the same kind', async () => {
  const [card] = await cardsOf(`BEGIN:VCARD
VERSION:4.0
FN:Ben
TEL;VALUE=uri;TYPE="cell,voice";PREF=1:tel:+1-212-555-0101;ext=5
TEL;VALUE=uri;TYPE=cell:tel:+1-212-555-0102
EMAIL:mailto:ben@example.com
END:VCARD
`);
  expect(card?.card).toEqual({
    name: 'Ben',
    'phone:mobile': '+1-212-555-0101',
    'phone:mobile (2)': '+1-212-555-0102',
    email: 'ben@example.com',
  });
});

it('one that does not end is refused, and takes no other with it; nor does an agent', async () => {
  const cards = await cardsOf(`BEGIN:VCARD
FN:Ana
BEGIN:VCARD
FN:Ben
AGENT:
BEGIN:VCARD
FN:His assistant
END:VCARD
END:VCARD
BEGIN:VCARD
FN:Cleo
`);
  expect(cards.map(({ line, card }) => [line, card.name])).toEqual([
    [1, 'Ana'],
    [3, 'Ben'],
    [10, 'Cleo'],
  ]);
  expect(cards.map(({ problem }) => problem?.replace(/;.*/, '') ?? null)).toEqual([
    'The card that begins in line 1 has no END:VCARD',
    null,
    'The card that begins in line 10 has no END:VCARD',
  ]);
});

it('a picture of 10 MB in one line is passed over, another line of that length refused', async () => {
  const long = 'A'.repeat(10_000_000);
  const cards = await cardsOf(
    `BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:${long}\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nNOTE:${long}\nEND:VCARD\n`,
    65_536,
  );
  expect(cards).toMatchObject([
    { problem: null, card: { name: 'Ana' } },
    { problem: 'Line 7 is longer than 200000 characters.' },
  ]);
});

it.each([['__proto__'], ['constructor'], ['X-__proto__'], ['item1.X-ABLabel']])(
  'a property named %s is harmless',
  async (name) => {
    const [card] = await cardsOf(
      `BEGIN:VCARD\nFN:Ana\n${name}:x\nTEL;TYPE=__proto__:5\nEND:VCARD\n`,
    );
    expect(card?.card.name).toBe('Ana');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  },
);

it('more kinds of fields than a table may have columns are refused', async () => {
  const many = Array.from({ length: 300 }, (_, i) => `X-F${i}:1`).join('\n');
  await expect(cardsOf(`BEGIN:VCARD\nFN:Ana\n${many}\nEND:VCARD\n`)).rejects.toThrow(
    /line 1.*200 kinds/,
  );
});

import { expect, test } from 'vitest';
import type { Contact } from '../../../../src/contract/contact.ts';
import { contactOffers, groupOffers, isOfferable, stillFits, tagOffers } from './to-offers.ts';

const contact = (id: string, name: string, ...addresses: string[]): Contact => ({
  id,
  name,
  firstName: '',
  lastName: '',
  title: '',
  company: '',
  notes: '',
  timeZone: null,
  language: null,
  fields: {},
  addresses: addresses.map((address) => ({ id, kind: 'phone' as const, address, label: '' })),
  tags: [],
  mergedInto: null,
  createdAt: '',
  changedAt: '',
});
const nobody = () => false;

test('a name or a number is looked for, a list of them and a single letter are not', () => {
  expect(['an', '+1 212 555', 'Ana Ruiz'].map(isOfferable)).toEqual([true, true, true]);
  expect(['', ' a ', 'Ana, +1 212', 'a;b', 'a\tb'].map(isOfferable)).toEqual(Array(5).fill(false));
});

test('who is called so comes before whose name only has it, and who is in To is not offered', () => {
  const found = [
    contact('1', 'Mariana Ruiz', '+1'),
    contact('2', 'Ana Ruiz', '+2'),
    contact('3', 'Ana Ruiz', '+3', 'ana@example.com'),
    contact('4', 'Ana Wu'),
  ];
  const offers = contactOffers(found, 'ana', (id) => id === '2');
  expect(offers.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
    'Ana Ruiz: +3 · ana@example.com',
    'Ana Wu: no number or address',
    'Mariana Ruiz: +1',
  ]);
});

test('a company stands beside a name, and for one that is missing', () => {
  const one = { ...contact('1', 'Ana Ruiz', '+1'), company: 'Acme' };
  expect(contactOffers([one, { ...one, name: '' }], 'acme', nobody)).toMatchObject([
    { label: 'Ana Ruiz', detail: 'Acme · +1' },
    { label: 'Acme', detail: '+1' },
  ]);
});

test('who was found for fewer letters stays only while they fit', () => {
  expect(stillFits(contact('1', 'Ana Ruiz', '+1'), 'ana r')).toBe(true);
  expect(stillFits(contact('1', 'Ana Ruiz', '+1'), 'ana w')).toBe(false);
});

test('saved groups are offered but for those in To', () => {
  const known = ['Old patients', 'Patients', 'Staff'].map((name) => ({
    id: name,
    name,
    createdBy: '',
    createdAt: '',
    changedBy: '',
    changedAt: '',
  }));
  expect(groupOffers(known, 'pati', [{ id: 'Patients', name: 'Patients' }])).toMatchObject([
    { label: 'Old patients', detail: 'Saved group', group: { id: 'Old patients' } },
  ]);
});

test('tags are offered but for those in To', () => {
  const known = ['VIP', 'Vip old', 'Kids'].map((tag) => ({ tag, contacts: 2 }));
  expect(tagOffers(known, 'vip', ['VIP'])).toMatchObject([
    { label: 'Everyone tagged Vip old', detail: '2 contacts' },
  ]);
});

import { expect, test } from 'vitest';
import type { Contact } from '../../../../src/contract/contact.ts';
import { mergeOutcome } from './merge-outcome.ts';

const nobody: Contact = {
  id: 'a',
  name: '',
  firstName: '',
  lastName: '',
  title: '',
  company: '',
  notes: '',
  timeZone: null,
  language: null,
  fields: {},
  addresses: [],
  tags: [],
  mergedInto: null,
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
};
const phone = (address: string, label = '') =>
  ({ id: address, kind: 'phone', address, label }) as const;

test('says what the other one gives, and what only the other one says', () => {
  const kept = { ...nobody, name: 'Ana Ruiz', company: 'Mill', addresses: [phone('+1', 'mobile')] };
  const other = {
    ...nobody,
    name: 'A. Ruiz',
    company: 'Weavers',
    language: 'es',
    notes: 'Rings twice.',
    addresses: [phone('+1', 'home'), phone('+2')],
  };
  const merged = {
    ...kept,
    language: 'es',
    notes: 'Rings twice.',
    addresses: [...kept.addresses, phone('+2')],
  };
  const { stays, left } = mergeOutcome(kept, other, merged);
  expect(stays.map(({ name, value, isTaken }) => [name, value, isTaken])).toEqual([
    ['Name', 'Ana Ruiz', false],
    ['mobile', '+1', false],
    ['Phone', '+2', true],
    ['Company', 'Mill', false],
    ['Language', 'Spanish', true],
    ['Notes', 'Rings twice.', true],
  ]);
  expect(left.map(({ name, value }) => [name, value])).toEqual([
    ['Name', 'A. Ruiz'],
    ['home', '+1'],
    ['Company', 'Weavers'],
  ]);
});

test('notes of both are not left behind', () => {
  const [kept, other] = [
    { ...nobody, notes: 'One.' },
    { ...nobody, notes: 'Two.' },
  ];
  const { stays, left } = mergeOutcome(kept, other, { ...kept, notes: 'One.\n\nTwo.' });
  expect([stays.map(({ isTaken }) => isTaken), left]).toEqual([[true], []]);
});

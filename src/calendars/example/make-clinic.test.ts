import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { english } from '../../platform/english.ts';
import { extractPeople } from '../extract-people.ts';
import { parseIcs } from '../ics/parse-ics.ts';
import { makeClinic } from './make-clinic.ts';

const window = { from: new Date('2026-10-01T00:00:00Z'), to: new Date('2027-12-31T00:00:00Z') };
const INTERNAL = [
  'Staff meeting',
  'Lunch',
  'Fire alarm test',
  'Supplier delivery',
  'Team lunch',
  'Staff training: new ultrasound',
];

const file = readFileSync(new URL('../../../examples/clinic.ics', import.meta.url), 'utf8');
const parsed = parseIcs(file, { timeZone: 'America/New_York', window });
if ('unreadable' in parsed) throw new Error(english(parsed.unreadable));
const visits = parsed.events.map((event) => ({ event, people: extractPeople(event, 'US') }));

test('the file in the repository is the one that the program makes', () => {
  expect(file).toBe(makeClinic('2026-11-30'));
});

test('200 appointments, none broken, one cancelled, one of a whole day', () => {
  expect([parsed.events.length, parsed.problemCount]).toEqual([200, 0]);
  expect(parsed.events.filter((event) => event.status === 'cancelled')).toHaveLength(1);
  expect(parsed.events.filter((event) => event.allDay)).toHaveLength(1);
});

test('nobody is on the clinic’s own entries, somebody on every other', () => {
  const empty = visits.filter(({ people }) => people.length === 0).map(({ event }) => event.title);
  expect(empty.sort()).toEqual([...INTERNAL].sort());
});

test('everybody has a name and can be reached', () => {
  const wrong = visits.flatMap(({ event, people }) =>
    people
      .filter((p) => p.name === '' || (!p.phone && !p.email) || p.invalidAddress)
      .map((p) => `${event.title}: ${JSON.stringify(p)}`),
  );
  expect(wrong).toEqual([]);
});

test('as many people as were put in, families behind one number, and some twice', () => {
  const all = visits.flatMap(({ people }) => people);
  const names = new Set(all.map((p) => p.name));
  const extra = ['Eleonora Whitaker', 'Gloria Estévez', 'Henry Achterberg', 'Milo Castellanos'];
  expect(names.size).toBe(142 + 18 + extra.length);
  expect(new Set(all.map((p) => p.personKey)).size).toBe(names.size);
  expect(
    all
      .filter((p) => p.phone === '+12125550188')
      .map((p) => p.name)
      .sort(),
  ).toEqual(['Lía Ferrari', 'Tom Ferrari']);
  expect(all.length).toBeGreaterThan(names.size + 30);
});

test.each(['es', 'fr'] as const)(
  'in another language (%s) the same people come, and nobody else',
  (language) => {
    const clinic = parseIcs(makeClinic('2026-11-30', language), {
      timeZone: 'America/New_York',
      window,
    });
    if ('unreadable' in clinic) throw new Error(english(clinic.unreadable));
    const found = clinic.events.map((event) => extractPeople(event, 'US').map(({ name }) => name));
    expect(found).toEqual(visits.map(({ people }) => people.map(({ name }) => name)));
  },
);

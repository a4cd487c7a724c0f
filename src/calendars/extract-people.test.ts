import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Attendee, CalendarEvent } from './calendar.ts';
import { extractPeople } from './extract-people.ts';

function event(
  title: string,
  description = '',
  location = '',
  invited: Omit<Attendee, 'answer'>[] = [],
): CalendarEvent {
  const at = new Date('2026-11-30T14:00:00Z');
  const attendees = invited.map((attendee) => ({ answer: null, ...attendee }));
  const text = { uid: 'a', instance: '', title, description, location, attendees };
  return { ...text, startsAt: at, endsAt: at, timeZone: 'UTC', allDay: false, status: 'confirmed' };
}

/** `name|phone|email|!invalid` of each person. */
function people(of: CalendarEvent, country = 'US'): string[] {
  return extractPeople(of, country).map((p) =>
    [p.name, p.phone ?? '', p.email ?? '', p.invalidAddress ? `!${p.invalidAddress}` : '']
      .join('|')
      .replace(/\|+$/, ''),
  );
}

test.each<[string, string[]]>([
  ['Check-up - Ana Ruiz +1 212 555 0123', ['Ana Ruiz|+12125550123']],
  ['Ana Ruiz: cleaning (212) 555-0123 ana@example.com', ['Ana Ruiz|+12125550123|ana@example.com']],
  [
    "Children's visit: Lía Ferrari, Tom Ferrari, 212-555-0188",
    ['Lía Ferrari|+12125550188', 'Tom Ferrari|+12125550188'],
  ],
  [
    'Ana Ruiz 212-555-0123, Tom Ferrari 212-555-0188',
    ['Ana Ruiz|+12125550123', 'Tom Ferrari|+12125550188'],
  ],
  ['212-555-0123 Ana Ruiz', ['Ana Ruiz|+12125550123']],
  ['Ruiz, Ana, 212-555-0123', ['Ana Ruiz|+12125550123']],
  ['Cleaning - Ana van der Berg <ana@example.com>', ['Ana van der Berg||ana@example.com']],
  ['Root canal (Mrs. O’Neil) 212.555.0123', ['O’Neil|+12125550123']],
  ['Dr. Weiss: Ana Ruiz 212-555-0123', ['Ana Ruiz|+12125550123']],
  ['Check-up with Dr Weiss - Ana Ruiz 212-555-0123', ['Ana Ruiz|+12125550123']],
  ['Haircut - Ana 2125550123', ['Ana|+12125550123']],
  ['Massage 212-555-0123', ['|+12125550123']],
  ['ana@example.com', ['||ana@example.com']],
  ['Ana Ruiz 212-555-0123 ext. 12', ['Ana Ruiz|+12125550123']],
  ['Ana Ruiz and Tom Ferrari 212-555-0188', ['Ana Ruiz|+12125550188', 'Tom Ferrari|+12125550188']],
  ['Check-up - Tom Ferrari', ['Tom Ferrari']],
  ['Ana Ruiz 212-555-O123', ['Ana Ruiz|||!212-555-O123']],
  ['Ana Ruiz 212-555-012', ['Ana Ruiz|||!212-555-012']],
  ['Ana Ruiz ana@example', ['Ana Ruiz|||!ana@example']],
  ['Insurance review - Ana Ruiz 212-555-0123', ['Ana Ruiz|+12125550123']],
  ['New booking 212-555-0123 Ana Ruiz', ['Ana Ruiz|+12125550123']],
  ['Ana Ruiz/Tom Ferrari 212-555-0188', ['Ana Ruiz|+12125550188', 'Tom Ferrari|+12125550188']],
  ['Piano lesson – Mia 212-555-0123', ['Mia|+12125550123']],
  ['Smith family 212-555-0123', ['Smith|+12125550123']],
  ['Ana Ruiz +44 20 7946 0018', ['Ana Ruiz|+442079460018']],
])('%s', (title, expected) => {
  expect(people(event(title))).toEqual(expected);
});

test.each([
  'Staff meeting',
  'Staff Meeting',
  'Lunch',
  'Team Lunch with Hill Partners',
  'Dr. Weiss on vacation',
  'New York Marathon',
  'Order 2125550199 arrives',
  'Pedido n.º 4471-2093-118',
  'Commande n° 4471-2093-118',
  'Rechnung Nr. 2125550199',
  'Invoice #2125550199, $1,250.00',
  'Fire inspection 2026-12-01 10:30, ZIP 10001-1234',
  'Zoom https://example.zoom.us/j/2125550123?pwd=a@b',
  'Meeting ID: 212 555 0123 Passcode: 123456',
])('%s is nobody', (title) => {
  expect(people(event(title))).toEqual([]);
});

test.each<[string, string, string, string[]]>([
  [
    'GB',
    'Tom & Lía Ferrari 020 7946 0018',
    '',
    ['Tom Ferrari|+442079460018', 'Lía Ferrari|+442079460018'],
  ],
  [
    'SE',
    'Kontroll',
    'Patient: Björn Åkesson\nMobile: 070-174 06 05\nEmail: b@x.se',
    ['Björn Åkesson|+46701740605|b@x.se'],
  ],
  ['US', 'Check-up', 'Name: ruiz, ana\nTel: 212-555-0123', ['ruiz, ana|+12125550123']],
  [
    'US',
    'Check-up',
    'First name: Ana\nLast name: Ruiz\nCell: 212-555-0123',
    ['Ana Ruiz|+12125550123'],
  ],
  [
    'US',
    'Check-up',
    'Ana Ruiz\n212-555-0123\nana@example.com',
    ['Ana Ruiz|+12125550123|ana@example.com'],
  ],
  ['US', 'Ana Ruiz', 'Phone: 212-555-0123', ['Ana Ruiz|+12125550123']],
  ['US', 'Check-up', 'Patient: Ana Ruiz\nTel: 212-555-O123', ['Ana Ruiz|||!212-555-O123']],
  ['US', 'Check-up', 'Patient: Ana Ruiz\nTel: n/a\nEmail: none', ['Ana Ruiz']],
  ['US', 'Ana Ruiz 212-555-0123', 'Emergency contact: Tom 212-555-0188', ['Ana Ruiz|+12125550123']],
  [
    'US',
    'Ana Ruiz 212-555-0123',
    'To reschedule call us at 212-555-0100',
    ['Ana Ruiz|+12125550123'],
  ],
  [
    'US',
    'Ana Ruiz 212-555-0123',
    'Mobile: 212-555-0123\nHome phone: 212-555-0177',
    ['Ana Ruiz|+12125550123'],
  ],
  ['US', 'Check-up', '<p>Patient: Ana Ruiz</p><br>Tel: 212-555-0123', ['Ana Ruiz|+12125550123']],
  [
    'US',
    'Check-up',
    'Patient: Ana Ruiz\nTel: 212-555-0123\nPatient: Tom Ferrari\nTel: 212-555-0188',
    ['Ana Ruiz|+12125550123', 'Tom Ferrari|+12125550188'],
  ],
])('%s: %s / %j', (country, title, description, expected) => {
  expect(people(event(title, description), country)).toEqual(expected);
});

test('somebody who is invited and written down is one person', () => {
  const ana = { name: 'Ana Ruiz', email: 'ana@example.com', phone: '' };
  expect(people(event('Check-up - Ana Ruiz 212-555-0123', '', '', [ana]))).toEqual([
    'Ana Ruiz|+12125550123|ana@example.com',
  ]);
  expect(people(event('Check-up', 'Tel: 212-555-0123', '', [ana]))).toEqual([
    'Ana Ruiz|+12125550123|ana@example.com',
  ]);
  const unnamed = { ...ana, name: '' };
  expect(people(event('Check-up - Ana Ruiz', '', '', [unnamed]))).toEqual([
    'Ana Ruiz||ana@example.com',
  ]);
  expect(people(event('Ana Ruiz ANA@example.com', '', '', [unnamed]))).toEqual([
    'Ana Ruiz||ana@example.com',
  ]);
});

test('the numbers of a meeting service are nobody’s', () => {
  const how = 'One tap mobile:\nUS: +13462487799,,98765432101#\n +1 346 248 7799 US (Houston)';
  expect(people(event('Ana Ruiz ana@example.com', how))).toEqual(['Ana Ruiz||ana@example.com']);
  expect(people(event('Weekly sync', how))).toEqual([]);
});

test('a number at the place is the person’s only if nobody can be reached otherwise', () => {
  expect(people(event('Call - Ana Ruiz', '', '+1 212 555 0123'))).toEqual([
    'Ana Ruiz|+12125550123',
  ]);
  expect(people(event('Ana Ruiz ana@example.com', '', 'Clinic, +1 212 555 0100'))).toEqual([
    'Ana Ruiz||ana@example.com',
  ]);
});

test('an attendee with a broken address keeps its trace', () => {
  expect(people(event('', '', '', [{ name: 'Ana', email: 'ana@', phone: '' }]))).toEqual([
    'Ana|||!ana@',
  ]);
});

test('the same person has the same key on every appointment', () => {
  const keys = ['Check-up - Ana Ruiz 212-555-0123', 'ANA RUIZ +1 (212) 555 0123: cleaning'].map(
    (title) => extractPeople(event(title), 'US')[0]?.personKey,
  );
  expect(keys).toEqual(['ana ruiz|+12125550123', 'ana ruiz|+12125550123']);
});

test('whatever is written, reading it ends', async () => {
  await assert(
    property(string({ unit: 'binary', maxLength: 200 }), string(), (title, description) =>
      Array.isArray(extractPeople(event(title, description), 'US')),
    ),
  );
});

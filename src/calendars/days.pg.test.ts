import { beforeAll, expect, test } from 'vitest';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import type { AppointmentFilter } from '../contract/appointment.ts';
import { asAccount } from '../platform/database.ts';
import { countDays } from './days.ts';
import { uploadCalendar } from './upload.ts';

const database = await testDatabase();
const clock = { now: () => new Date('2026-10-01T12:00:00Z') };
const account = await testAccount(database);
const stranger = await testAccount(database);

const event = (uid: string, start: string, summary: string) =>
  ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${start}`, `SUMMARY:${summary}`, 'END:VEVENT'].join('\n');
// On 1 November the clocks of New York are set back: that day has 25 hours.
const FILE = [
  'BEGIN:VCALENDAR',
  event('a', '20261031T233000', 'Check-up - Ana Ruiz'),
  event('b', '20261101T000000', 'Check-up - Ben Weiss'),
  event('c', '20261101T233000', 'Cleaning - Ana Ruiz'),
  event('d', '20261102T000000', 'Cleaning - Ben Weiss'),
  event('e', '20261130T235900', 'Late'),
  event('f', '20261201T000000', 'Next month'),
  'END:VCALENDAR',
].join('\n');

beforeAll(async () => {
  for (const each of [account, stranger]) {
    await uploadCalendar(
      database,
      each,
      { bytes: Buffer.from(FILE), fileName: 'clinic.ics' },
      clock,
    );
  }
});

test.each<[string, AppointmentFilter, Record<string, number>]>([
  ['all', {}, { '2026-11-01': 2, '2026-11-02': 1, '2026-11-30': 1 }],
  ['with words', { text: 'ana' }, { '2026-11-01': 1 }],
  ['of a calendar', { calendarId: '00000000-0000-4000-8000-000000000000' }, {}],
  ['with an answer', { answer: 'confirmed' }, {}],
  ['not messaged', { messaged: 'no', text: 'ben' }, { '2026-11-01': 1, '2026-11-02': 1 }],
])('counts by the days of the account’s clock: %s', async (_, filter, days) => {
  const month = { from: '2026-11-01', to: '2026-11-30' };
  const counted = await asAccount(database, account.id, (client) =>
    countDays(client, account, { ...filter, ...month }),
  );
  expect(counted).toEqual(Object.entries(days).map(([day, matching]) => ({ day, matching })));
});

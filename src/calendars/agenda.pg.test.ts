import { beforeAll, expect, test } from 'vitest';
import { addPeople } from '../../bench/people.ts';
import { administer } from '../../test/support/break-connections.ts';
import { rowsRead } from '../../test/support/rows-read.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import type { AppointmentFilter } from '../contract/appointment.ts';
import { asAccount } from '../platform/database.ts';
import { type Agenda, readAgenda } from './agenda.ts';
import { countAppointments } from './count-appointments.ts';
import { listCalendars } from './list-calendars.ts';
import { readNearbyDays } from './nearby-days.ts';
import { uploadCalendar } from './upload.ts';

const database = await testDatabase();
const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
const account = await testAccount(database);
const stranger = await testAccount(database);

const event = (uid: string, start: string, summary: string, ...more: string[]) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART:${start}`,
    `SUMMARY:${summary}`,
    ...more,
    'END:VEVENT',
  ].join('\n');
const FILE = [
  'BEGIN:VCALENDAR',
  event('a', '20261130T003000', 'Check-up - Lía Ferrari 212-555-0188', 'LOCATION:Room 2'),
  event('b', '20261130T233000', 'Cleaning - Björn Åkesson +46 70-174 06 05'),
  event('c', '20261201T000000', 'Check-up - Ana Ruiz ana@example.com', 'STATUS:CANCELLED'),
  event('d', '20261201T000000', 'Staff meeting 100%'),
  event('e', '20261202T090000', 'Visit - Ana 212-555-O123'),
  'END:VCALENDAR',
].join('\n');

beforeAll(async () => {
  for (const { id, country, timeZone } of [account, stranger]) {
    const file = { bytes: Buffer.from(FILE), fileName: 'clinic.ics' };
    await uploadCalendar(database, { id, country, timeZone }, file, clock);
  }
});

const read = (
  query: AppointmentFilter & { cursor?: string; limit?: number } = {},
): Promise<Agenda> =>
  asAccount(database, account.id, (client) =>
    readAgenda(client, account, { limit: 100, ...query }, clock.now()),
  );
const countOf = (filter: AppointmentFilter): Promise<number> =>
  asAccount(database, account.id, (client) => countAppointments(client, account, filter));
const titles = ({ items }: Agenda) =>
  items.map((item) => item.title.split(/ [-–] | \d/)[1] ?? item.title);

test('in order of time, with day and people, of this account alone', async () => {
  const agenda = await read();
  expect(agenda.next).toBe(null);
  expect(await countOf({})).toBe(5);
  expect(agenda.items[0]).toEqual({
    id: expect.any(String),
    calendarId: expect.any(String),
    title: 'Check-up - Lía Ferrari 212-555-0188',
    location: 'Room 2',
    startsAt: '2026-11-30T05:30:00.000Z',
    endsAt: '2026-11-30T05:30:00.000Z',
    day: '2026-11-30',
    timeZone: 'America/New_York',
    allDay: false,
    isTypedIn: false,
    status: 'confirmed',
    participants: [
      {
        id: expect.any(String),
        name: 'Lía Ferrari',
        phone: '+12125550188',
        takesTexts: null,
        email: null,
        invalidAddress: null,
        match: 'none',
        contact: null,
        answer: null,
        hasDeclined: false,
      },
    ],
  });
  expect(agenda.items.map((item) => item.day)).toEqual([
    ...['2026-11-30', '2026-11-30', '2026-12-01', '2026-12-01', '2026-12-02'],
  ]);
});

test.each<[AppointmentFilter, number]>([
  [{ from: '2026-12-01' }, 3],
  [{ to: '2026-11-30' }, 2],
  [{ from: '2026-12-01', to: '2026-12-01' }, 2],
  [{ text: 'lia' }, 1],
  [{ text: 'AKESSON clean' }, 1],
  [{ text: 'akesson check' }, 0],
  [{ text: '(212) 555-0188' }, 1],
  [{ text: '+1 212 555 0188' }, 1],
  [{ text: '070-1740605' }, 1],
  [{ text: 'ana@EXAMPLE' }, 1],
  [{ text: 'room 2' }, 1],
  [{ text: '100%' }, 1],
  [{ text: '%' }, 1],
  [{ text: '_' }, 0],
  [{ text: 'c' }, 3],
  [{ text: 'check', to: '2026-11-30' }, 1],
  [{ calendarId: '00000000-0000-4000-8000-000000000000' }, 0],
])('%j matches %i', async (filter, matching) => {
  const agenda = await read(filter);
  expect([await countOf(filter), agenda.items.length]).toEqual([matching, matching]);
});

test('pages go through all of them once, also where two begin at the same time', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 1, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map((item) => item.id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual((await read()).items.map((item) => item.id));
});

test.each<[string, AppointmentFilter]>([
  ['of all', {}],
  ['of those who have not answered', { answer: 'none' }],
  ['of those not messaged', { messaged: 'no' }],
])('a page (%s) reads its own rows, however many match', async (_, filter) => {
  const busy = await testAccount(database);
  await addPeople({ database, account: busy }, 5_500);
  await administer(database, 'analyze');
  const page = (cursor?: string) =>
    asAccount(database, busy.id, (client) =>
      readAgenda(
        client,
        busy,
        { ...filter, limit: 10, ...(cursor === undefined ? {} : { cursor }) },
        clock.now(),
      ),
    );
  const before = await rowsRead(database.app, 'appointment');
  const { next } = await page();
  const { items } = await page(next ?? '');
  expect((await rowsRead(database.app, 'appointment')) - before).toBeLessThan(100);
  expect(items.length).toBe(10);
});

test('a search finds within the days and the calendar that are shown, and each page of it', async () => {
  const { items } = await read({ text: 'check-up' });
  expect(items.length).toBe(2);
  const calendarId = items[0]?.calendarId ?? '';
  expect(await countOf({ text: 'check-up', calendarId, from: '2026-12-01' })).toBe(1);
  expect(await countOf({ text: 'check-up', calendarId })).toBe(2);
  const first = await read({ text: 'check-up', limit: 1 });
  const second = await read({ text: 'check-up', limit: 1, cursor: first.next ?? '' });
  expect([...first.items, ...second.items]).toEqual(items);
  expect(second.next).toBe(null);
  const found = async (filter: AppointmentFilter) =>
    (await read({ text: 'check-up', ...filter })).items.map(({ id }) =>
      items.findIndex((one) => one.id === id),
    );
  const other = '00000000-0000-4000-8000-000000000000';
  expect(await found({ from: '2026-12-01' })).toEqual([1]);
  expect(await found({ to: '2026-11-30' })).toEqual([0]);
  expect(await found({ calendarIds: [other, calendarId] })).toEqual([0, 1]);
  expect(await found({ calendarIds: [other] })).toEqual([]);
  expect(await found({ calendarId, calendarIds: [other] })).toEqual([]);
  expect(await found({ calendarId, messaged: 'no' })).toEqual([0, 1]);
});

test.each(['%%%', 'W10', Buffer.from('["2026-02-30 00:00:00+00","x"]').toString('base64url')])(
  'a cursor that is none of ours (%s) begins at the start',
  async (cursor) => {
    expect(titles(await read({ cursor }))).toEqual(titles(await read()));
  },
);

test('the days nearest to those that were asked for, with what matches on them', async () => {
  const nearby = (filter: AppointmentFilter) =>
    asAccount(database, account.id, (client) => readNearbyDays(client, account, filter));
  // The file's days in New York: two appointments on 30 November, two on 1 December, one on the 2nd.
  const [monday, tuesday, wednesday] = [
    { day: '2026-11-30', matching: 2 },
    { day: '2026-12-01', matching: 2 },
    { day: '2026-12-02', matching: 1 },
  ];
  const on = (day: string, to = day, more = {}) => nearby({ from: day, to, ...more });
  expect(await on('2026-11-28')).toEqual({ next: monday, previous: null });
  expect(await on('2026-12-01')).toEqual({ next: wednesday, previous: monday });
  expect(await on('2026-12-03', '2026-12-09')).toEqual({ next: null, previous: wednesday });
  expect(await nearby({ from: '2026-12-03' })).toEqual({ next: null, previous: wednesday });
  expect(await nearby({ to: '2026-11-30' })).toEqual({ next: tuesday, previous: null });
  expect(await nearby({})).toEqual({ next: null, previous: null });
  expect(await on('2026-11-29', '2026-11-29', { text: 'ana' })).toEqual({
    next: { day: '2026-12-01', matching: 1 },
    previous: null,
  });
});

test('calendars are listed with their appointments counted', async () => {
  const listed = await asAccount(database, account.id, (client) => listCalendars(client));
  const clinic = { name: 'clinic', appointments: 5, isOwn: false, isExample: false };
  expect(listed).toEqual([{ id: expect.any(String), ...clinic }]);
});

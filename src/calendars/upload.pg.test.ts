import { beforeEach, expect, test } from 'vitest';
import { inEnglish } from '../../test/support/in-english.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { doorLock } from '../account/door-lock.ts';
import type { ImportReport } from '../contract/calendar.ts';
import { uploadCalendar } from './upload.ts';

const database = await testDatabase();
const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
let account: Awaited<ReturnType<typeof testAccount>>;
beforeEach(async () => {
  account = await testAccount(database);
});

const ANA = ['UID:ana', 'SUMMARY:Check-up - Ana Ruiz 212-555-0123', 'DTSTART:20261130T090000'];
const PHYSIO = [
  ...['UID:physio', 'SUMMARY:Physio - Tom Ferrari 212-555-0188', 'DTSTART:20261201T090000'],
  'RRULE:FREQ=WEEKLY;COUNT=3',
];

async function upload(...events: string[][]): Promise<ImportReport> {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const result = await uploadCalendar(
    database,
    account,
    { bytes: Buffer.from(text), fileName: 'clinic.ics' },
    clock,
  );
  if ('unreadable' in result) throw new Error(String(result.unreadable));
  return inEnglish(result.report);
}

const rowsOf = async (table: 'appointment' | 'participant') =>
  (
    await database.engine.query(
      `select t.xmin::text, t.* from ${table} t where account_id = $1 order by id`,
      [account.id],
    )
  ).rows;
const appointments = async () =>
  (
    await database.engine.query<{ line: string }>(
      `select concat_ws(' ', uid, to_char(starts_at, 'MM-DD HH24:MI'), status) as line
       from appointment where account_id = $1 order by starts_at, uid`,
      [account.id],
    )
  ).rows.map((row) => row.line);

test('what came in is reported, and stored as the calendar has it', async () => {
  const report = await upload(ANA, PHYSIO, ['UID:broken', 'SUMMARY:Broken', 'DTSTART:soon']);
  expect(report).toEqual({
    calendar: { id: expect.any(String), name: 'clinic' },
    added: 4,
    changed: 0,
    unchanged: 0,
    people: 4,
    firstDay: '2026-11-30',
    problems: [{ line: 13, title: 'Broken', message: expect.stringContaining('DTSTART') }],
    problemCount: 1,
  });
  expect(await appointments()).toEqual([
    'ana 11-30 14:00 confirmed',
    'physio 12-01 14:00 confirmed',
    'physio 12-08 14:00 confirmed',
    'physio 12-15 14:00 confirmed',
  ]);
  expect(await rowsOf('participant')).toContainEqual(
    expect.objectContaining({
      name: 'Ana Ruiz',
      first_name: 'Ana',
      last_name: 'Ruiz',
      phone: '+12125550123',
      person_key: 'ana ruiz|+12125550123',
    }),
  );
});

test('importing twice changes nothing: not a row is written', async () => {
  await upload(ANA, PHYSIO);
  const before = [await rowsOf('appointment'), await rowsOf('participant')];
  expect(await upload(ANA, PHYSIO)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
  expect([await rowsOf('appointment'), await rowsOf('participant')]).toEqual(before);
});

test('a changed event keeps its id, and its people theirs, whatever changed about them', async () => {
  await upload([...ANA, 'DESCRIPTION:Name: Lía Ferrari\\nTel: 212-555-0188']);
  const [appointment] = await rowsOf('appointment');
  const ids = new Map((await rowsOf('participant')).map((p) => [p.name, p.id]));
  const moved = [
    ...['UID:ana', 'DTSTART:20261130T100000', 'SUMMARY:Check-up - Ana Ruiz 212-555-0177'],
    'DESCRIPTION:Name: Tom Ferrari\\nTel: 212-555-0188',
  ];
  expect(await upload(moved)).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
  expect((await rowsOf('appointment'))[0].id).toBe(appointment.id);
  const after = await rowsOf('participant');
  expect(after.map((p) => p.name).sort()).toEqual(['Ana Ruiz', 'Tom Ferrari']);
  expect(after.find((p) => p.name === 'Ana Ruiz')).toMatchObject({
    id: ids.get('Ana Ruiz'),
    phone: '+12125550177',
  });
});

test('people who change places keep their ids', async () => {
  const both = (names: string) => [
    'UID:family',
    'DTSTART:20261130T090000',
    `SUMMARY:${names} 212-555-0188`,
  ];
  await upload(both('Lía Ferrari\\, Tom Ferrari'));
  const before = (await rowsOf('participant')).map((p) => [p.id, p.name]);
  await upload(both('Tom Ferrari\\, Lía Ferrari'));
  const after = await rowsOf('participant');
  expect(after.map((p) => [p.id, p.name])).toEqual(before);
  expect(after.map((p) => p.position)).toEqual([1, 0]);
});

test('an event that is missing from a later file stays', async () => {
  await upload(ANA, PHYSIO);
  expect(await upload(ANA)).toMatchObject({ unchanged: 1, changed: 0 });
  expect(await appointments()).toHaveLength(4);
});

test('an instance that its own series leaves out is cancelled, and comes back with it', async () => {
  await upload(PHYSIO);
  const without = [...PHYSIO, 'EXDATE:20261208T090000'];
  expect(await upload(without)).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
  expect((await appointments())[1]).toBe('physio 12-08 14:00 cancelled');
  expect(await upload(without)).toMatchObject({ changed: 0, unchanged: 2 });
  expect(await upload(PHYSIO)).toMatchObject({ changed: 1, unchanged: 2 });
  expect((await appointments())[1]).toBe('physio 12-08 14:00 confirmed');
});

test('a moved instance is the same appointment at another time', async () => {
  await upload(PHYSIO);
  const ids = (await rowsOf('appointment')).map((a) => a.id);
  const moved = [
    'UID:physio',
    'RECURRENCE-ID:20261208T090000',
    'DTSTART:20261209T110000',
    'SUMMARY:Physio - Tom Ferrari 212-555-0188',
  ];
  expect(await upload(PHYSIO, moved)).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
  expect((await rowsOf('appointment')).map((a) => a.id)).toEqual(ids);
  expect((await appointments())[1]).toBe('physio 12-09 16:00 confirmed');
});

test('a bare cancellation keeps what is known of the appointment', async () => {
  await upload(ANA);
  expect(await upload(['UID:ana', 'DTSTART:20261130T090000', 'STATUS:CANCELLED'])).toMatchObject({
    changed: 1,
  });
  const [appointment] = await rowsOf('appointment');
  expect(appointment).toMatchObject({
    status: 'cancelled',
    title: 'Check-up - Ana Ruiz 212-555-0123',
  });
  expect(await rowsOf('participant')).toHaveLength(1);
});

test('one name feeds one calendar; another name makes another', async () => {
  const first = await upload(ANA);
  expect((await upload(ANA)).calendar).toEqual(first.calendar);
  const text = `BEGIN:VCALENDAR\nX-WR-CALNAME:Second\nBEGIN:VEVENT\n${ANA.join('\n')}\nEND:VEVENT\nEND:VCALENDAR`;
  const bytes = Buffer.from(text);
  const inFile = await uploadCalendar(database, account, { bytes, fileName: 'x.ics' }, clock);
  expect(inFile).toMatchObject({ report: { calendar: { name: 'Second' }, added: 1 } });
  const asked = await uploadCalendar(
    database,
    account,
    { bytes, fileName: 'x.ics', name: 'Third' },
    clock,
  );
  expect(asked).toMatchObject({ report: { calendar: { name: 'Third' }, added: 1 } });
});

test('two imports of the same file at once make each appointment once', async () => {
  const reports = await Promise.all([upload(ANA, PHYSIO), upload(ANA, PHYSIO)]);
  expect(reports.map((report) => report.added).sort()).toEqual([0, 4]);
  expect(await appointments()).toHaveLength(4);
});

test('what is no calendar writes nothing', async () => {
  const file = { bytes: Buffer.from('%PDF-1.7'), fileName: 'scan.pdf' };
  expect(inEnglish(await uploadCalendar(database, account, file, clock))).toEqual({
    unreadable: expect.stringContaining('PDF'),
  });
  expect(
    (await database.engine.query('select from calendar where account_id = $1', [account.id]))
      .rowCount,
  ).toBe(0);
});

test('more events than one batch come in, each once', async () => {
  const many = Array.from({ length: 2_500 }, (_, i) => [
    `UID:${i}`,
    `SUMMARY:Visit ${i}`,
    'DTSTART:20261130T090000',
  ]);
  expect(await upload(...many)).toMatchObject({ added: 2_500 });
  expect(await upload(...many)).toMatchObject({ added: 0, unchanged: 2_500 });
});

test('commits only once nothing is being sent that did not see what it cancels', async () => {
  await upload(ANA);
  const sending = await database.engine.connect();
  await sending.query('begin');
  await sending.query(doorLock(account.id, 'open'));
  const uploading = upload([...ANA, 'STATUS:CANCELLED']);
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted
                      and database = (select oid from pg_database where datname = current_database())`;
  await waitFor(
    async () => (await sending.query(waiting)).rowCount,
    (count) => count === 1,
  );
  expect(await appointments()).toEqual(['ana 11-30 14:00 confirmed']);
  await sending.query('commit');
  sending.release();
  await uploading;
  expect(await appointments()).toEqual(['ana 11-30 14:00 cancelled']);
});

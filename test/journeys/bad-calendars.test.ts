import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { importReport } from '../../src/contract/calendar.ts';
import { runHeadsup, temporaryFolder } from '../support/headsup-process.ts';
import { testServer } from '../support/test-server.ts';
import { writtenRows } from '../support/written-rows.ts';

const server = await testServer();

beforeAll(() => server.signUp());

const CRLF = '\r\n';
const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...events, 'END:VCALENDAR', ''].join(CRLF);
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${randomUUID()}`, 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT'].join(
    CRLF,
  );
const at = 'DTSTART:20270308T140000Z';

const NO_CALENDARS = [
  { what: 'an empty file', bytes: () => Buffer.alloc(0) },
  {
    what: 'a web page',
    bytes: () => Buffer.from('<!doctype html><html><body>Sign in</body></html>'),
  },
  { what: 'a PDF', bytes: () => Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'latin1') },
  { what: 'only zeros', bytes: () => Buffer.alloc(100_000) },
  { what: '50 MB of noise', bytes: () => randomBytes(50 * 1_048_576) },
];

test.for(NO_CALENDARS)('$what is refused, and writes nothing', async ({ bytes }) => {
  const before = await writtenRows(server.database);
  const started = performance.now();
  const answer = await upload(bytes());
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(answer).toMatchObject({ status: 422, json: { code: 'not_a_calendar' } });
  expect(Object(answer.json)).toMatchObject({ detail: expect.stringMatching(/\w.*\.$/) });
  expect(await writtenRows(server.database)).toEqual(before);
  expect((await server.call('GET', '/api/health')).json).toMatchObject({ ok: true });
});

test('more than 60 MB are too large', async () => {
  const answer = await upload(Buffer.alloc(61 * 1_048_576, 'x'));
  expect(answer).toMatchObject({ status: 413, json: { code: 'too_large' } });
});

test('no file, no form, a form with something else', async () => {
  const form = new FormData();
  form.set('name', 'not a file');
  for (const body of [undefined, {}, form]) {
    const answer = await server.call('POST', '/api/calendars/import', body);
    expect(answer).toMatchObject({ status: 400, json: { code: 'no_file' } });
  }
});

test('of an event with 10,000 attendees the first 500 come in, and it is said', async () => {
  const attendees = Array.from(
    { length: 10_000 },
    (_, n) => `ATTENDEE;CN=Guest ${n}:mailto:guest${n}@example.com`,
  );
  const answer = await upload(file(event(at, 'SUMMARY:Town hall', ...attendees)));
  expect(answer.status).toBe(200);
  expect(importReport.parse(answer.json)).toMatchObject({
    added: 1,
    people: 500,
    problems: [{ title: 'Town hall', message: expect.stringMatching(/500/) }],
  });
  const plan = await server.call('POST', '/api/plans', {
    audience: { appointments: { filter: { text: 'Town hall' } } },
    content: { email: { subject: 'Moved', text: 'Hi {{ participant.first_name }}' } },
  });
  expect(plan).toMatchObject({
    status: 200,
    json: { appointments: 1, deliveries: { email: 500 } },
  });
});

test('a number with letters is kept as it was written, and told of before sending', async () => {
  const answer = await upload(
    file(event(at, 'SUMMARY:Ana Ruiz', 'DESCRIPTION:Phone: 212-555-01O0')),
  );
  expect(answer).toMatchObject({ status: 200, json: { added: 1 } });
  const found = await server.call('GET', '/api/appointments?text=Ruiz');
  expect(found.json).toMatchObject({
    items: [{ participants: [{ name: 'Ana Ruiz', phone: null, invalidAddress: '212-555-01O0' }] }],
  });
  const plan = await server.call('POST', '/api/plans', {
    audience: { appointments: { filter: { text: 'Ruiz' } } },
    content: { sms: { text: 'Hi' } },
  });
  expect(plan.json).toMatchObject({
    reached: 0,
    exclusions: [{ name: 'Ana Ruiz', reason: 'invalid_address', detail: '212-555-01O0' }],
  });
});

test('typed numbers with letters are told in the plan as well', async () => {
  const people = [
    { name: 'Ben', phone: '212-555-01O0' },
    { name: 'Eve', email: 'eve@example' },
  ];
  const content = { sms: { text: 'Hi' }, email: { subject: 'Hi', text: 'Hi' } };
  const plan = await server.call('POST', '/api/plans', { audience: { people }, content });
  expect(plan).toMatchObject({ status: 200, json: { reached: 0 } });
  expect(Object(plan.json).exclusions).toEqual(
    expect.arrayContaining([
      { name: 'Ben', channel: 'sms', reason: 'invalid_address', detail: '212-555-01O0' },
      { name: 'Eve', channel: 'email', reason: 'invalid_address', detail: 'eve@example' },
    ]),
  );
});

test('a broken event is reported with its line, and the others come in', async () => {
  const broken = event('DTSTART:20270230T090000Z', 'SUMMARY:The 30th of February');
  const fine = event(at, 'SUMMARY:Fine');
  const answer = await upload(file(broken, fine));
  expect(answer).toMatchObject({
    status: 200,
    json: { added: 1, problemCount: 1, problems: [{ line: 4, title: 'The 30th of February' }] },
  });
});

test('the command line refuses the same, with one sentence and exit code 1', async () => {
  const folder = await temporaryFolder();
  const days = ['--from', '2027-03-08', '--to', '2027-03-08', '--sms', 'Hi'];
  const refused = async (words: string[]) => {
    const { code, stderr } = await runHeadsup(folder, ['send', ...words]);
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    return stderr;
  };
  const path = join(folder, '..', 'web.ics');
  expect(await refused(['--calendar', path, ...days])).toMatch(/web\.ics cannot be read/);
  await writeFile(path, '<!doctype html>');
  expect(await refused(['--calendar', path, ...days])).toMatch(/calendar.*\.\n$/);
  await writeFile(path, file(event(at, 'SUMMARY:Ana +1 212 555 0100')));
  const from = ['--calendar', path, '--from', '2027-02-30', '--to', '2027-03-08', '--sms', 'Hi'];
  expect(await refused(from)).toBe('--from: a day as in 2026-03-08\n');
  const unknown = [
    '--calendar',
    path,
    ...days.slice(0, 4),
    '--sms',
    'Hi {{ participant.frist_name }}',
  ];
  expect(await refused(unknown)).toMatch(/^--sms: .*frist_name.*participant\.first_name/);
  for (const [time, says] of [
    ['2027-02-30 10:00', /There is no 2027-02-30/],
    ['2027-03-14 02:30', /straight past it/],
    ['2027-11-07 01:30', /twice/],
    ['2020-01-01 09:00', /has passed/],
    ['soon', /^--at: a date and time as in/],
  ] as const) {
    const later = ['--calendar', path, ...days, '--at', time, '--zone', 'America/New_York'];
    expect(await refused(later)).toMatch(says);
  }
  expect(await refused(['--calendar', path, ...days, '--zone', 'Mars/Base'])).toMatch(
    /^--zone: a time zone/,
  );
  expect(await refused(['--calendar', path, ...days.slice(0, 4)])).toMatch(/Say what to send/);
  expect(
    await refused([
      '--calendar',
      path,
      '--from',
      '2028-01-01',
      '--to',
      '2028-01-02',
      '--sms',
      'Hi',
    ]),
  ).toMatch(/Nobody/);
}, 120_000);

function upload(content: string | Buffer<ArrayBuffer>) {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'text/calendar' }), 'desk.ics');
  return server.call('POST', '/api/calendars/import', form);
}

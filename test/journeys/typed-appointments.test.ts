import { beforeAll, expect, test } from 'vitest';
import { createAccount } from '../../src/account/create-account.ts';
import { asEngine } from '../../src/platform/database.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { CHECK_UP, typeIn } from '../support/type-appointment.ts';

const server = await testServer();
const { call } = server;
const key = () => ({ 'idempotency-key': crypto.randomUUID() });
const post = (body: object, headers: Record<string, string> = key()) =>
  call('POST', '/api/appointments', body, headers);
const count = async () => {
  const { json } = await call('GET', '/api/appointments/count');
  return (json as { matching: number }).matching;
};

beforeAll(async () => {
  await server.signUp();
});

test('one that is typed in is on the agenda, found by its people, and matched with contacts', async () => {
  const added = await call('POST', '/api/contacts', {
    name: 'Ana Ruiz',
    addresses: [{ kind: 'phone', address: '+447400123456' }],
  });
  const made = await typeIn(call, {
    people: [
      { name: 'Ana Ruiz', phone: '+44 7400 123456' },
      { name: 'Ben', email: ' Ben@EXAMPLE.com ' },
    ],
  });
  expect(made).toMatchObject({
    title: 'Check-up',
    location: 'Room 1',
    startsAt: '2027-03-08T14:00:00.000Z',
    endsAt: '2027-03-08T14:30:00.000Z',
    day: '2027-03-08',
    timeZone: 'America/New_York',
    allDay: false,
    status: 'confirmed',
    isTypedIn: true,
    participants: [
      {
        name: 'Ana Ruiz',
        phone: '+447400123456',
        match: 'matched',
        contact: { id: (added.json as { id: string }).id },
      },
      { name: 'Ben', phone: null, email: 'Ben@example.com', match: 'none' },
    ],
  });
  const found = await call('GET', '/api/appointments?text=07400123456');
  expect(found.json).toMatchObject({ items: [made] });
  const calendars = await call('GET', '/api/calendars');
  expect(calendars.json).toMatchObject({ items: [{ id: made.calendarId, name: 'Typed in' }] });
  expect((await call('GET', `/api/appointments/${made.id}`)).json).toEqual(made);
});

test('whole days take their last day in, and another zone has its own clock', async () => {
  const times = { start: '2027-03-13', end: '2027-03-14', timeZone: 'Europe/Berlin' };
  expect(await typeIn(call, { times })).toMatchObject({
    allDay: true,
    timeZone: 'Europe/Berlin',
    startsAt: '2027-03-12T23:00:00.000Z',
    endsAt: '2027-03-14T23:00:00.000Z',
  });
  // A midnight that the clocks skip: the day begins as they go on.
  const cairo = { start: '2027-04-30', end: '2027-04-30', timeZone: 'Africa/Cairo' };
  expect(await typeIn(call, { times: cairo })).toMatchObject({
    startsAt: '2027-04-29T22:00:00.000Z',
    endsAt: '2027-04-30T21:00:00.000Z',
  });
});

test.for([
  ['time_does_not_exist', 'times.start', { start: '2027-03-14T02:30', end: '2027-03-14T04:00' }],
  ['time_exists_twice', 'times.end', { start: '2027-11-07T00:30', end: '2027-11-07T01:30' }],
  ['invalid_time', 'times.start', { start: '2027-02-30T09:00', end: '2027-03-01T09:00' }],
  ['invalid_time', 'times.end', { start: '2027-02-01', end: '2027-02-29' }],
  ['invalid_input', 'times.end', { start: '2027-03-08T09:00', end: '2027-03-08T08:59' }],
  ['invalid_input', 'times.end', { start: '2027-03-09', end: '2027-03-08' }],
  ['invalid_input', 'times.end', { start: '2027-03-09', end: '2027-03-09T10:00' }],
  ['invalid_input', 'times.start', { start: '0000-01-01', end: '2027-03-09' }],
  ['invalid_input', 'times.timeZone', { ...CHECK_UP.times, timeZone: 'Mars/Olympus' }],
] as const)('%s is asked about at %s', async ([code, path, times]) => {
  const before = await count();
  const answer = await post({ ...CHECK_UP, times });
  expect(answer).toMatchObject({ status: 422, json: { code } });
  expect(fieldsOf(answer.json)).toContain(path);
  expect(await count()).toBe(before);
});

test('all that is wrong is told at once, each at its field, and nothing is written', async () => {
  const before = await count();
  const answer = await post({
    ...CHECK_UP,
    times: { start: '2027-03-08T09:00', end: '2027-03-08T08:00' },
    people: [{ name: 'Ana', phone: '12' }, { name: '' }, { name: 'Ben', email: 'ben@' }],
  });
  expect(answer).toMatchObject({ status: 422, json: { code: 'invalid_input' } });
  expect(fieldsOf(answer.json)).toEqual([
    'times.end',
    'people.0.phone',
    'people.1.name',
    'people.2.email',
  ]);
  expect(await count()).toBe(before);
});

test.for<[string, object, string]>([
  ['no title', { title: ' ' }, 'title'],
  ['a title of two lines', { title: 'Check-up\r\nBcc: all' }, 'title'],
  ['a zero byte', { location: 'Room\u0000 1' }, 'location'],
  ['half a character', { title: 'Check-up \ud83d' }, 'title'],
  ['a title without end', { title: 'x'.repeat(501) }, 'title'],
  ['a crowd', { people: Array.from({ length: 501 }, () => ({ name: 'Ana' })) }, 'people'],
  ['a calendar that is none', { calendarId: crypto.randomUUID() }, 'calendarId'],
  ['a field of its own', { status: 'cancelled' }, 'status'],
  ['a list for a title', { title: ['Check-up'] }, 'title'],
])('%s is refused', async ([, more, path]) => {
  const answer = await post({ ...CHECK_UP, ...more });
  expect(answer).toMatchObject({ status: 422, json: { code: 'invalid_input' } });
  expect(fieldsOf(answer.json)).toContain(path);
});

test('names that look like markup, fields or formulas are kept as they are', async () => {
  const title = `'; drop table appointment; -- {{ participant.phone }} <script>alert(1)</script>`;
  const name = '=HYPERLINK("http://evil.example") \u202egnirts';
  const made = await typeIn(call, { title, people: [{ name, phone: '+4915123456789' }] });
  expect(made).toMatchObject({ title, participants: [{ name }] });
});

test('the same key types in one appointment, whoever is in a hurry', async () => {
  const before = await count();
  const headers = key();
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(CHECK_UP, headers)));
  const ids = new Set(answers.map(({ json }) => (json as { id: string }).id));
  expect(ids.size).toBe(1);
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
  expect(await count()).toBe(before + 1);
  const other = await post({ ...CHECK_UP, title: 'Another' }, headers);
  expect(other).toMatchObject({ status: 409, json: { code: 'key_reused' } });
  expect(await post(CHECK_UP, {})).toMatchObject({ status: 422 });
});

test('a viewer types in, changes, cancels and removes nothing; a member may', async () => {
  const made = await typeIn(call);
  const path = `/api/appointments/${made.id}`;
  for (const [role, status] of [
    ['viewer', 403],
    ['member', 200],
  ] as const) {
    const { cookie } = await memberOf(server, role);
    const headers = { cookie, ...key() };
    expect((await post(CHECK_UP, headers)).status).toBe(role === 'member' ? 201 : 403);
    const title = { title: `By a ${role}` };
    expect((await call('PATCH', path, title, headers)).status).toBe(status);
    const cancelled = { status: 'cancelled' };
    expect((await call('PUT', `${path}/status`, cancelled, headers)).status).toBe(status);
    expect((await call('GET', path, undefined, headers)).status).toBe(200);
    const removed = await call('DELETE', path, undefined, headers);
    expect(removed.status).toBe(role === 'member' ? 204 : 403);
  }
  expect((await call('GET', path)).status).toBe(404);
});

test('one of another account does not exist, nor do its calendars and people', async () => {
  const made = await typeIn(call);
  const facts = { name: 'Elsewhere', country: 'US', timeZone: 'America/New_York' };
  const accountId = await asEngine(server.database, (client) =>
    createAccount(client, { ...facts, isSandbox: false }),
  );
  const { cookie } = await memberOf(server, 'owner', accountId);
  const path = `/api/appointments/${made.id}`;
  for (const [method, at, given] of [
    ['GET', path],
    ['PATCH', path, { title: 'Mine now' }],
    ['PUT', `${path}/status`, { status: 'cancelled' }],
    ['DELETE', path],
  ] as const) {
    expect([method, (await call(method, at, given, { cookie })).status]).toEqual([method, 404]);
  }
  const waiting = await call('GET', `${path}/waiting-messages`, undefined, { cookie });
  expect(waiting.json).toEqual({ items: [] });
  const into = await post({ ...CHECK_UP, calendarId: made.calendarId }, { cookie, ...key() });
  expect(into).toMatchObject({ status: 422, json: { errors: [{ path: 'calendarId' }] } });
  expect((await call('GET', path)).json).toEqual(made);
});

function fieldsOf(json: unknown): string[] {
  const { errors } = json as { errors: { path: string }[] };
  return errors.map(({ path }) => path.replace(/^[./#]+|^body[./]/, '').replaceAll('/', '.'));
}

import { beforeAll, expect, test } from 'vitest';
import { type Appointment, appointment } from '../../src/contract/appointment.ts';
import { broadcast } from '../../src/contract/broadcast.ts';
import { plan } from '../../src/contract/plan.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call } = server;
const WHEN = 'DTSTART:20270309T150000Z';
const invited = (name: string, answer: string) =>
  `ATTENDEE;CN=${name};PARTSTAT=${answer}:mailto:${name.toLowerCase()}@example.com`;

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-01T15:00Z'));
  await server.signUp();
});

test('what people answered the invitation comes with the calendar', async () => {
  const [one] = await bring('all', [
    invited('Ana', 'ACCEPTED'),
    invited('Ben', 'TENTATIVE'),
    invited('Cleo', 'NEEDS-ACTION'),
    invited('Dora', 'DECLINED'),
  ]);
  const said = one?.participants.map(({ name, answer, hasDeclined }) => [
    name,
    answer?.said ?? null,
    hasDeclined,
  ]);
  expect(said).toEqual([
    ['Ana', 'confirmed', false],
    ['Ben', null, false],
    ['Cleo', null, false],
    ['Dora', 'cancelled', true],
  ]);
  expect(one?.participants[0]?.answer).toMatchObject({ source: 'calendar', by: null });
});

test('who declined is shown and gets no messages, as before; an answer changes nobody else', async () => {
  const [one] = await bring('told', [invited('Ana', 'ACCEPTED'), invited('Dora', 'DECLINED')]);
  expect(await told(one)).toBe(1);
  await say(one, 'Ana', 'cancelled');
  await say(one, 'Dora', 'confirmed');
  expect(await told(one)).toBe(1);
  // Of her the title speaks too: she was told before, and is.
  const [both] = await bring('both Ana Ruiz ana@example.com', [invited('Ana', 'DECLINED')]);
  expect(both?.participants).toMatchObject([
    { name: 'Ana Ruiz', hasDeclined: false, answer: { said: 'cancelled' } },
  ]);
  expect(await told(both)).toBe(1);
});

test('what a person said holds until the calendar says something else, and can be taken back', async () => {
  const event = async (answer: string, ...more: string[]) =>
    (await bring('word', [invited('Ana', answer), ...more]))[0];
  const one = await event('ACCEPTED');
  const ana = one?.participants[0];
  const held = await say(one, 'Ana', 'reschedule');
  const by = { said: 'reschedule', source: 'desk', by: 'Sam Keller' };
  expect(held).toMatchObject({ answer: { ...by, at: expect.stringMatching(/^2027-03-01/) } });
  const now = async (answer: string, ...more: string[]) =>
    (await event(answer, ...more))?.participants[0]?.answer;
  expect(await now('ACCEPTED')).toMatchObject(by);
  expect(await now('ACCEPTED', 'LOCATION:Room 2')).toMatchObject(by);
  expect(await now('NEEDS-ACTION')).toBeNull();
  expect(await now('ACCEPTED')).toMatchObject({ said: 'confirmed', source: 'calendar', by: null });
  await say(one, 'Ana', 'cancelled');
  const back = await call('DELETE', `/api/participants/${ana?.id}/answer`);
  expect(back.json).toMatchObject({ answer: { said: 'confirmed', source: 'calendar' } });
  expect(await now('DECLINED')).toMatchObject({ said: 'cancelled', source: 'calendar' });
});

test('what cannot be said is refused', async () => {
  const [one] = await bring('refused', [invited('Ana', 'ACCEPTED')]);
  const path = `/api/participants/${one?.participants[0]?.id}/answer`;
  expect((await call('PUT', path, { said: 'maybe' })).status).toBe(422);
  const nobody = `/api/participants/${crypto.randomUUID()}/answer`;
  expect((await call('PUT', nobody, { said: 'confirmed' })).status).toBe(404);
  expect((await call('DELETE', nobody)).status).toBe(404);
});

test('a key that is pressed in a call confirms everybody for whom the call stands', async () => {
  const phone = '+12125550188';
  const family = [`DESCRIPTION:Patient: Lia Ferrari ${phone}\\nPatient: Tom Ferrari ${phone}`];
  const [one] = await bring('family', family);
  expect(one?.participants.map(({ answer }) => answer)).toEqual([null, null]);
  const content = { voice: { text: 'Press 1 to confirm', keys: { confirm: '1', callBack: '2' } } };
  const body = { audience: { appointments: { includeIds: [one?.id] } }, content };
  const key = { 'idempotency-key': crypto.randomUUID() };
  const { id } = broadcast.parse((await call('POST', '/api/broadcasts', body, key)).json);
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ counts }) => counts.delivered === 1,
  );
  const devices = await call('GET', `/api/sandbox/devices?text=${encodeURIComponent(phone)}`);
  const [heard] = sandboxDevicePage.parse(devices.json).items[0]?.messages ?? [];
  const press = (pressed: string) =>
    call('POST', '/api/sandbox/keys', { messageId: heard?.id, key: pressed });
  expect((await press('2')).status).toBe(204);
  expect((await found('family'))[0]?.participants.map(({ answer }) => answer)).toEqual([
    null,
    null,
  ]);
  expect((await press('1')).status).toBe(204);
  const [after] = await found('family');
  expect(after?.participants).toMatchObject(
    Array.from({ length: 2 }, () => ({ answer: { said: 'confirmed', source: 'key', by: null } })),
  );
  await bring('family', [...family, 'LOCATION:Room 2']);
  expect((await found('family'))[0]?.participants[0]?.answer).toMatchObject({ source: 'key' });
});

/** An event of that name on the calendar, as it is then on the agenda. */
async function bring(name: string, more: readonly string[]): Promise<Appointment[]> {
  const event = [`UID:${name}`, `SUMMARY:${name}`, WHEN, ...more];
  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR', ''];
  const form = new FormData();
  form.set('file', new Blob([lines.join('\r\n')]), 'clinic.ics');
  expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
  return found(name.split(' ')[0] ?? '');
}

async function found(text: string): Promise<Appointment[]> {
  const { json } = await call('GET', `/api/appointments?text=${text}`);
  return appointment.array().parse((json as { items: unknown }).items);
}

async function say(one: Appointment | undefined, name: string, said: string): Promise<unknown> {
  const person = one?.participants.find((participant) => participant.name === name);
  const { status, json } = await call('PUT', `/api/participants/${person?.id}/answer`, { said });
  expect(status).toBe(200);
  return json;
}

/** How many emails about it go out. */
async function told(one: Appointment | undefined): Promise<number | undefined> {
  const audience = { appointments: { includeIds: [one?.id] } };
  const content = { email: { subject: 'Hello', text: 'We are open.' } };
  const { status, json } = await call('POST', '/api/plans', { audience, content });
  expect([status, json]).toEqual([200, expect.anything()]);
  return plan.parse(json).deliveries.email;
}

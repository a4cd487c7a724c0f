import { beforeAll, expect, test } from 'vitest';
import { type Appointment, appointment } from '../../src/contract/appointment.ts';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { sendingPolicy } from '../../src/contract/sending-policy.ts';
import { waitingMessages } from '../../src/contract/typed-appointment.ts';
import { testServer } from '../support/test-server.ts';
import { typeIn } from '../support/type-appointment.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call } = server;
const HOUR = 3_600_000;
const TEXT = '{{ participant.first_name }}: {{ event.time_phrase }}, {{ event.location }}';

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-01T15:00Z'));
  await server.signUp();
  const policy = sendingPolicy.parse((await call('GET', '/api/sending-policy')).json);
  const wider = { ...policy, allowedCountries: ['US', 'GB', 'DE'] };
  expect((await call('PUT', '/api/sending-policy', wider)).status).toBe(200);
});

test('what is given is changed, the rest stays, and who was on it stays who they were', async () => {
  const made = await typeIn(call, {
    people: [{ name: 'Ana Ruis', phone: '+447400123456' }, { name: 'Ben Ruiz' }],
  });
  const [ana, ben] = made.participants;
  const times = { start: '2027-03-09T10:00', end: '2027-03-09T10:30' };
  const moved = await change(made, { times });
  expect(moved).toEqual({
    ...made,
    day: '2027-03-09',
    startsAt: '2027-03-09T15:00:00.000Z',
    endsAt: '2027-03-09T15:30:00.000Z',
  });
  const people = [
    { id: ben?.id, name: 'Ben Ruiz', email: 'ben@example.com' },
    { id: ana?.id, name: 'Ana Ruiz', phone: '+447400123456' },
    // Written over whole: it is somebody else, whatever the id says.
    { id: crypto.randomUUID(), name: 'Carla Gómez' },
  ];
  const mended = await change(made, { people });
  expect(mended.participants.map(({ id, name }) => [id, name])).toEqual([
    [ben?.id, 'Ben Ruiz'],
    [ana?.id, 'Ana Ruiz'],
    [expect.any(String), 'Carla Gómez'],
  ]);
  const other = await change(made, {
    people: [{ id: ana?.id, name: 'Dora Lang', phone: '+4915123456789' }],
  });
  expect(other.participants[0]?.id).not.toBe(ana?.id);
  const search = await call('GET', '/api/appointments?text=dora');
  expect(search.json).toMatchObject({ items: [{ id: made.id }] });
  expect(await change(made, {})).toEqual(other);
});

test('it can be put on another calendar, and what is wrong is asked about', async () => {
  await bring(['UID:a', 'SUMMARY:Visit', 'DTSTART:20270309T150000Z']);
  const [imported] = await found('visit');
  const made = await typeIn(call);
  const calendarId = imported?.calendarId;
  expect(await change(made, { calendarId })).toEqual({ ...made, calendarId });
  const path = `/api/appointments/${made.id}`;
  const wrong = await call('PATCH', path, {
    times: { start: '2027-03-14T02:30', end: '2027-03-14T03:30' },
    people: [{ name: 'Ana', phone: '12' }],
  });
  expect(wrong).toMatchObject({ status: 422, json: { code: 'time_does_not_exist' } });
  const nowhere = await call('PATCH', path, { calendarId: crypto.randomUUID() });
  expect(nowhere).toMatchObject({ status: 422, json: { errors: [{ path: 'calendarId' }] } });
  expect((await call('GET', path)).json).toEqual({ ...made, calendarId });
});

test('of one that a calendar brought only whether it takes place is said here', async () => {
  await bring(['UID:b', 'SUMMARY:Physio', 'DTSTART:20270309T150000Z']);
  const [imported] = await found('physio');
  if (!imported) throw new Error('it was not imported');
  expect(imported.isTypedIn).toBe(false);
  const path = `/api/appointments/${imported.id}`;
  for (const answer of [await call('PATCH', path, { title: 'Mine' }), await call('DELETE', path)]) {
    expect(answer).toMatchObject({ status: 409, json: { code: 'not_typed_in' } });
  }
  expect(await say(imported, 'cancelled')).toEqual({ ...imported, status: 'cancelled' });
});

test('what a person said of it holds until its calendar says something else', async () => {
  const event = (...more: string[]) =>
    bring(['UID:c', 'SUMMARY:Dentist', 'DTSTART:20270309T150000Z', ...more]);
  const status = async () => (await found('dentist'))[0]?.status;
  await event();
  const [dentist] = await found('dentist');
  if (!dentist) throw new Error('it was not imported');
  await say(dentist, 'cancelled');
  await event();
  expect(await status()).toBe('cancelled');
  await event('LOCATION:Room 2');
  expect(await status()).toBe('cancelled');
  // The calendar says something else of it, and then that it takes place after all.
  await event('STATUS:TENTATIVE');
  expect(await status()).toBe('tentative');
  await event('STATUS:CANCELLED');
  await say(dentist, 'confirmed');
  await event('STATUS:CANCELLED');
  await event('STATUS:CANCELLED', 'LOCATION:Room 3');
  expect(await status()).toBe('confirmed');
  await bring(['UID:c', 'DTSTART:20270309T150000Z', 'STATUS:CANCELLED']);
  expect(await status()).toBe('confirmed');
  await event();
  await event('STATUS:CANCELLED');
  expect(await status()).toBe('cancelled');
});

test('what was scheduled tells what holds when it goes out; nobody gets one about what was cancelled', async () => {
  const moved = await typeIn(call, { title: 'Moved' });
  const off = await typeIn(call, {
    title: 'Off',
    people: [{ name: 'Ben Ruiz', phone: '+447400123457' }],
  });
  const back = await typeIn(call, {
    title: 'Back',
    people: [{ name: 'Carla Gómez', phone: '+4915123456789' }],
  });
  const sent = await schedule([moved, off, back]);
  const waiting = await call('GET', `/api/appointments/${moved.id}/waiting-messages`);
  expect(waitingMessages.parse(waiting.json)).toEqual({
    items: [
      {
        broadcastId: sent.id,
        title: sent.title,
        channel: 'sms',
        messages: 1,
        at: sent.sendAt,
      },
    ],
  });
  const times = { start: '2027-03-08T16:15', end: '2027-03-08T16:45' };
  expect(await change(moved, { times, location: 'Room 7' })).toMatchObject({
    messages: { scheduled: 1 },
  });
  await say(off, 'cancelled');
  await say(back, 'cancelled');
  await say(back, 'confirmed');
  server.clock.advance(HOUR + 1_000);
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${sent.id}`)).json),
    ({ state, counts }) => state === 'sent' && counts.delivered === 2,
  );
  const { rows } = await server.database.engine.query<{ text: string }>(
    `select content ->> 'text' as text from sandbox_message order by 1`,
  );
  expect(rows.map(({ text }) => text)).toEqual(['Ana: 4:15 PM, Room 7', 'Carla: 9:00 AM, Room 1']);
});

test('nobody is taken off, and nothing removed, about which a message is still to go out', async () => {
  const made = await typeIn(call, {
    people: [{ name: 'Eva Lang', phone: '+447400123458' }, { name: 'Finn Lang' }],
  });
  const [eva, finn] = made.participants;
  const path = `/api/appointments/${made.id}`;
  const sent = await schedule([made]);
  const taken = await call('PATCH', path, { people: [{ id: finn?.id, name: 'Finn Lang' }] });
  expect(taken).toMatchObject({
    status: 409,
    json: {
      code: 'message_waiting',
      errors: [{ path: 'people', message: expect.stringContaining('Eva Lang') }],
    },
  });
  expect(await call('DELETE', path)).toMatchObject({ status: 409, json: { code: 'was_messaged' } });
  // Who is only written otherwise stays.
  const renamed = { id: eva?.id, name: 'Eva Lange', phone: '+447400123458' };
  expect(await change(made, { people: [renamed] })).toMatchObject({
    participants: [{ id: eva?.id, name: 'Eva Lange', messages: { scheduled: 1 } }],
  });
  await call('POST', `/api/broadcasts/${sent.id}/cancellation`);
  await waitFor(
    async () => appointment.parse((await call('GET', path)).json),
    ({ messages }) => messages.scheduled === 0,
  );
  expect(await change(made, { people: [] })).toMatchObject({ participants: [] });
  expect((await call('DELETE', path)).status).toBe(204);
  expect((await call('GET', path)).status).toBe(404);
});

test('one about which something was sent is cancelled, never removed', async () => {
  const made = await typeIn(call, { people: [{ name: 'Gus', phone: '+447400123459' }] });
  await schedule([made], {});
  await waitFor(
    async () => appointment.parse((await call('GET', `/api/appointments/${made.id}`)).json),
    ({ messages }) => messages.sent === 1,
  );
  const answer = await call('DELETE', `/api/appointments/${made.id}`);
  expect(answer).toMatchObject({ status: 409, json: { code: 'was_messaged' } });
  expect(await say(made, 'cancelled')).toMatchObject({
    status: 'cancelled',
    messages: { sent: 1 },
  });
});

async function change({ id }: Appointment, body: object): Promise<Appointment> {
  const { status, json } = await call('PATCH', `/api/appointments/${id}`, body);
  expect([status, json]).toEqual([200, expect.anything()]);
  return appointment.parse(json);
}

async function say({ id }: Appointment, status: Appointment['status']): Promise<Appointment> {
  const answer = await call('PUT', `/api/appointments/${id}/status`, { status });
  expect(answer.status).toBe(200);
  return appointment.parse(answer.json);
}

async function found(text: string): Promise<Appointment[]> {
  const { json } = await call('GET', `/api/appointments?text=${text}`);
  return appointment.array().parse((json as { items: unknown }).items);
}

async function bring(event: readonly string[]): Promise<void> {
  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR', ''];
  const form = new FormData();
  form.set('file', new Blob([lines.join('\r\n')]), 'clinic.ics');
  expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
}

/** Texts the people of appointments, in an hour unless it is said otherwise. */
async function schedule(
  appointments: readonly Appointment[],
  timing: object = { sendLater: inAnHour() },
): Promise<Broadcast> {
  const body = {
    audience: { appointments: { includeIds: appointments.map(({ id }) => id) } },
    content: { sms: { text: TEXT } },
    ...timing,
  };
  const key = { 'idempotency-key': crypto.randomUUID() };
  const made = await call('POST', '/api/broadcasts', body, key);
  expect([made.status, made.json]).toEqual([201, expect.anything()]);
  return waitFor(
    async () => {
      const { id } = broadcast.parse(made.json);
      return broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json);
    },
    ({ state }) => state !== 'taking',
  );
}

function inAnHour(): { wall: string; zone: string } {
  const at = new Date(server.clock.now().getTime() + HOUR);
  return { wall: at.toISOString().slice(0, 16), zone: 'UTC' };
}

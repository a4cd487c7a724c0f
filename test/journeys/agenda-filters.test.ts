import { beforeAll, expect, test } from 'vitest';
import { type AppointmentFilter, agendaPage } from '../../src/contract/appointment.ts';
import { appointmentDays } from '../../src/contract/appointment-days.ts';
import { broadcast } from '../../src/contract/broadcast.ts';
import { plan } from '../../src/contract/plan.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call } = server;
const invited = (name: string, answer: string) =>
  `ATTENDEE;CN=${name};PARTSTAT=${answer}:mailto:${name.toLowerCase()}@example.com`;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server.clock.moveTo(new Date('2027-03-01T15:00Z'));
  await server.signUp();
  ids.north = await bring('north', [
    ['Accepted', invited('Ana', 'ACCEPTED')],
    ['Open', invited('Ben', 'NEEDS-ACTION')],
    ['Both', invited('Cleo', 'ACCEPTED'), invited('Dan', 'TENTATIVE')],
  ]);
  ids.south = await bring('south', [
    ['Declined', invited('Eva', 'ACCEPTED'), invited('Flo', 'DECLINED')],
    ['Moved', invited('Gil', 'NEEDS-ACTION')],
  ]);
  ids.west = await bring('west', [['Nobody']]);
  const [gil] = (await agenda({ text: 'moved' }))[0]?.participants ?? [];
  await call('PUT', `/api/participants/${gil?.id}/answer`, { said: 'reschedule' });
  await send('open', { sendLater: { wall: '2027-03-02T09:00', zone: 'UTC' } });
  await send('accepted', {});
});

const all = ['Accepted', 'Both', 'Declined', 'Moved', 'Nobody', 'Open'];

test.each<[string, AppointmentFilter | (() => AppointmentFilter), string[]]>([
  ['confirmed', { answer: 'confirmed' }, ['Accepted', 'Both', 'Declined']],
  ['not yet', { answer: 'none' }, ['Both', 'Open']],
  ['cancelled', { answer: 'cancelled' }, ['Declined']],
  ['wants another time', { answer: 'reschedule' }, ['Moved']],
  ['messaged: sent or scheduled', { messaged: 'yes' }, ['Accepted', 'Open']],
  ['not messaged', { messaged: 'no' }, ['Both', 'Declined', 'Moved', 'Nobody']],
  ['not yet, and not messaged', { answer: 'none', messaged: 'no' }, ['Both']],
  ['one calendar, as before', () => ({ calendarId: ids.south ?? '' }), ['Declined', 'Moved']],
  [
    'two calendars',
    () => ({ calendarIds: [ids.south ?? '', ids.west ?? ''] }),
    ['Declined', 'Moved', 'Nobody'],
  ],
  ['with words', { text: 'o', answer: 'none' }, ['Both', 'Open']],
  ['everything', {}, all],
])('%s: the agenda shows it, and a message goes to all that match', async (_, given, titles) => {
  const filter = typeof given === 'function' ? given() : given;
  const shown = await agenda(filter);
  expect(shown.map(({ title }) => title).sort()).toEqual(titles);
  const counted = await call('GET', `/api/appointments/count?${asQuery(filter)}`);
  expect(counted.json).toEqual({ matching: shown.length });
  const ofDay = shown.length === 0 ? [] : [{ day: '2027-03-09', matching: shown.length }];
  expect(await daysOf({ ...filter, from: '2027-03-01', to: '2027-04-04' })).toEqual(ofDay);
  expect(await daysOf({ ...filter, from: '2027-03-10', to: '2027-04-04' })).toEqual([]);
  const told = shown.flatMap(({ participants }) =>
    participants.filter(({ hasDeclined }) => !hasDeclined),
  );
  const planned = await planOf({ filter });
  expect(planned).toMatchObject({ appointments: shown.length, deliveries: { email: told.length } });
  const ticked = shown.map(({ id }) => id);
  expect(planned).toEqual(await planOf({ includeIds: ticked }));
});

test('what is taken back counts as not messaged', async () => {
  const [open] = await agenda({ messaged: 'yes', text: 'open' });
  expect(open?.messages.scheduled).toBe(1);
  const { json } = await call('GET', '/api/broadcasts');
  const made = (json as { items: { id: string; title: string; state: string }[] }).items;
  const id = made.find(({ state }) => state === 'scheduled')?.id;
  expect((await call('POST', `/api/broadcasts/${id}/cancellation`, {})).status).toBe(200);
  await waitFor(
    () => agenda({ messaged: 'no', text: 'open' }),
    (found) => found.length === 1,
  );
});

test('what no filter is, is refused', async () => {
  const days = 'from=2027-03-01&to=2027-03-31';
  for (const query of ['answer=maybe', 'messaged=true', 'calendarIds=north']) {
    expect((await call('GET', `/api/appointments?${query}`)).status).toBe(422);
    expect((await call('GET', `/api/appointments/days?${days}&${query}`)).status).toBe(422);
  }
  for (const [span, status] of [
    ['from=2027-03-01', 422],
    ['from=2027-03-02&to=2027-03-01', 422],
    ['from=2027-03-01&to=2027-02-29', 422],
    ['from=2027-03-01&to=2027-06-08', 200],
    ['from=2027-03-01&to=2027-06-09', 422],
  ]) {
    expect([span, (await call('GET', `/api/appointments/days?${span}`)).status]).toEqual([
      span,
      status,
    ]);
  }
});

/** A calendar of that name with events of these titles, each an hour on 9 March; its id. */
async function bring(name: string, events: readonly string[][]): Promise<string> {
  const lines = events.flatMap(([title, ...more]) => [
    ...['BEGIN:VEVENT', `UID:${title}`, `SUMMARY:${title}`, 'DTSTART:20270309T150000Z'],
    ...[...more, 'END:VEVENT'],
  ]);
  const form = new FormData();
  const file = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  form.set('file', new Blob([file]), `${name}.ics`);
  const { status, json } = await call('POST', '/api/calendars/import', form);
  expect(status).toBe(200);
  return (json as { calendar: { id: string } }).calendar.id;
}

/** The filter as the query of an address. */
function asQuery(filter: AppointmentFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const one of [value].flat()) query.append(name, String(one));
  }
  return `${query}`;
}

async function daysOf(filter: AppointmentFilter) {
  const { status, json } = await call('GET', `/api/appointments/days?${asQuery(filter)}`);
  expect(status).toBe(200);
  return appointmentDays.parse(json).items;
}

async function agenda(filter: AppointmentFilter) {
  const { status, json } = await call('GET', `/api/appointments?${asQuery(filter)}`);
  expect(status).toBe(200);
  return agendaPage.parse(json).items;
}

async function planOf(appointments: object) {
  const content = { email: { subject: 'Hello', text: 'We are open.' } };
  const audience = { appointments };
  const { status, json } = await call('POST', '/api/plans', { audience, content });
  expect([status, json]).toEqual([200, expect.anything()]);
  return plan.parse(json);
}

/** Writes to the people of the appointment of that name. */
async function send(text: string, timing: object): Promise<void> {
  const audience = { appointments: { filter: { text } } };
  const content = { email: { subject: text, text: 'We are open.' } };
  const key = { 'idempotency-key': crypto.randomUUID() };
  const made = await call('POST', '/api/broadcasts', { audience, content, ...timing }, key);
  expect([made.status, made.json]).toEqual([201, expect.anything()]);
  const { id } = broadcast.parse(made.json);
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ state, counts }) => state === 'scheduled' || counts.delivered === 1,
  );
}

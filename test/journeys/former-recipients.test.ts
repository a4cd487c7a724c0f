import { beforeAll, expect, test } from 'vitest';
import { agendaPage } from '../../src/contract/appointment.ts';
import { contact } from '../../src/contract/contact.ts';
import { sandboxDevicePage } from '../../src/contract/sandbox.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { followUpCalls } from '../support/follow-up-calls.ts';
import { take } from '../support/take.ts';
import { testAccount } from '../support/test-account.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
const { call } = server;
const { send, settled, planned, reachOf } = followUpCalls(server);

/** Ana was reached, and Ben, who is on the same appointment, was not; nor Lía and Tom, who share a landline. */
const people = [
  ['one', 'Ana Ruiz', '+12125550101'],
  ['one', 'Ben Okri', '+12125550102'],
  ['two', 'Lía Ferrari', '+12125550103'],
  ['three', 'Tom Ferrari', '+12125550103'],
  ['four', 'Max Silent', ''],
] as const;
const hours: Readonly<Record<string, number>> = { one: 9, two: 10, three: 11, four: 13 };
const calendar = [
  'BEGIN:VCALENDAR',
  ...Object.entries(hours).flatMap(([uid, hour]) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART;TZID=America/New_York:20270308T${String(hour).padStart(2, '0')}0000`,
    'DURATION:PT1H',
    'SUMMARY:Check-up',
    ...people
      .filter(([event]) => event === uid)
      .map(
        ([, name, number]) => `ATTENDEE;CN=${name}:${number ? `tel:${number}` : 'invalid:nowhere'}`,
      ),
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
  '',
].join('\r\n');

const typed = { name: 'Zoe Typed', phone: '(212) 555-0104' };
const wrong = { name: 'Wim Wrong', phone: '212-555-O105' };
let cleo: string;
let first: string;

beforeAll(async () => {
  await server.signUp();
  server.clock.moveTo(new Date('2027-03-05T15:00Z'));
  const form = new FormData();
  form.append('file', new Blob([calendar]), 'Dr Weiss.ics');
  expect((await call('POST', '/api/calendars/import', form)).status).toBe(200);
  const added = await call('POST', '/api/contacts', {
    name: 'Cleo Adams',
    addresses: [
      { kind: 'phone', address: '+12125550106' },
      { kind: 'email', address: 'cleo@example.com' },
    ],
  });
  cleo = contact.parse(added.json).id;
  await setFault('landline');
  first = await send(
    { appointments: { filter: {} }, contacts: { includeIds: [cleo] }, people: [typed, wrong] },
    { sms: { text: 'We are closed.' } },
  );
  await settled(first);
});

/** Of everybody's number but Ana's. */
async function setFault(fault: string): Promise<void> {
  for (const last of ['02', '03', '04', '06']) {
    const address = `+121255501${last}`;
    const answer = await call('PUT', '/api/sandbox/faults', { kind: 'phone', address, fault });
    expect(answer.status).toBe(200);
  }
}

/** What phones and mailboxes got of a text, in order. */
async function got(text: string): Promise<string[]> {
  const { json } = await call('GET', '/api/sandbox/devices?limit=100');
  return sandboxDevicePage
    .parse(json)
    .items.flatMap(({ address, messages }) =>
      messages
        .filter((message) => message.text.startsWith(text))
        .map((message) => `${message.channel} ${address} ${message.text}`),
    )
    .sort();
}

async function countsByName(): Promise<Record<string, string>> {
  const { items } = agendaPage.parse((await call('GET', '/api/appointments?limit=50')).json);
  return Object.fromEntries(
    items
      .flatMap(({ participants }) => participants)
      .map(({ name, messages }) => [name, `${messages.sent} sent, ${messages.failed} failed`]),
  );
}

/** Whom nothing of the first one reached, whatever followed. */
const unreached = () => ({
  broadcastId: first,
  outcomes: ['not_reached', 'reached_later', 'under_way_later'],
});
const byAppointment = { voice: { text: 'Closed {{ event.time_phrase }}' } };

test('a message says how many people it reached, and why the others not', async () => {
  expect(await reachOf(first)).toEqual({
    people: {
      reached: 1,
      under_way: 0,
      not_sure: 0,
      reached_later: 0,
      under_way_later: 0,
      not_reached: 7,
    },
    missed: [
      { channel: 'sms', reason: 'not_sms_capable', count: 4 },
      { channel: 'sms', reason: 'invalid_address', count: 1 },
      { channel: 'sms', reason: 'no_address', count: 1 },
    ],
  });
});

test('those not reached are called, each for their appointment; who was reached beside them is not', async () => {
  const audience = { recipients: unreached() };
  const told = await planned(audience, { voice: { text: 'Again: closed.' } });
  expect(told).toMatchObject({
    appointments: 4,
    people: 7,
    reached: 5,
    deliveries: { voice: 4 },
    excluded: [
      { channel: 'voice', reason: 'no_address', count: 1 },
      { channel: 'voice', reason: 'invalid_address', count: 1 },
      { channel: 'voice', reason: 'duplicate', count: 1 },
    ],
  });
  const id = await send(audience, { voice: { text: 'Again: closed.' } });
  const done = await settled(id);
  expect(done).toMatchObject({
    folder: 'appointments',
    total: 4,
    follows: { id: first, title: 'We are closed.', purpose: 'resend' },
    counts: { delivered: 4, left_out: 3 },
  });
  expect(await got('Again')).toEqual(
    ['02', '03', '04', '06'].map((last) => `voice +121255501${last} Again: closed.`),
  );
  expect(await countsByName()).toEqual({
    'Ana Ruiz': '1 sent, 0 failed',
    'Ben Okri': '1 sent, 1 failed',
    'Lía Ferrari': '1 sent, 1 failed',
    'Tom Ferrari': '1 sent, 1 failed',
    'Max Silent': '0 sent, 0 failed',
  });
});

test('a text that speaks of the appointment comes for each, and as a call for nobody without one', async () => {
  const audience = { recipients: unreached() };
  const id = await send(audience, byAppointment);
  await settled(id);
  expect(await got('Closed ')).toEqual([
    'voice +12125550102 Closed 9:00 AM',
    'voice +12125550103 Closed 10:00 AM',
    'voice +12125550103 Closed 11:00 AM',
  ]);
});

test('a correction goes to who got it, and a second message to who did not get the first one either', async () => {
  const correction = await send(
    { recipients: { broadcastId: first, outcomes: ['reached', 'not_sure'] } },
    { sms: { text: 'Correction: open.' } },
  );
  expect(await settled(correction)).toMatchObject({ follows: { purpose: 'correction' } });
  expect(await got('Correction')).toEqual(['sms +12125550101 Correction: open.']);

  await setFault('blocked');
  const second = await send({ recipients: unreached() }, { voice: { text: 'Called in vain' } });
  expect(await settled(second)).toMatchObject({ counts: { not_delivered: 4, left_out: 3 } });
  await setFault('landline');
  const third = { recipients: { broadcastId: second, outcomes: ['not_reached'] } };
  const content = { voice: { text: 'Third' }, email: { subject: 'Third', text: 'Third' } };
  expect(await planned(third, content)).toMatchObject({
    people: 7,
    deliveries: { voice: 4, email: 1 },
  });
  await settled(await send(third, content));
  expect(await got('Third')).toHaveLength(5);
});

test('worked out again when it goes out, it goes to who has not been reached by then', async () => {
  const ana = '+12125550107';
  await call('PUT', '/api/sandbox/faults', { kind: 'phone', address: ana, fault: 'landline' });
  const one = await send(
    { people: [{ name: 'Ana Later', phone: ana }, typed] },
    { sms: { text: 'Later' } },
    { undoSeconds: 60 },
  );
  const audience = { recipients: { broadcastId: one, outcomes: ['not_reached'] } };
  const content = { voice: { text: 'Called later' } };
  const sendLater = { wall: '2027-03-05T11:00', zone: 'America/New_York' };
  const asked = { sendLater, resolve: 'at_sending' };
  expect(await planned(audience, content, asked)).toMatchObject({ people: 1, isEstimate: true });
  const id = await send(audience, content, asked);
  server.clock.moveTo(new Date('2027-03-05T15:30Z'));
  await settled(one);
  server.clock.moveTo(new Date('2027-03-05T16:00:30Z'));
  await settled(id);
  expect(await got('Called later')).toEqual([
    'voice +12125550104 Called later',
    `voice ${ana} Called later`,
  ]);
});

test('whoever was erased meanwhile is nobody any more', async () => {
  expect((await call('POST', `/api/contacts/${cleo}/erasure`, {})).status).toBe(200);
  const told = await planned({ recipients: unreached() }, { voice: { text: 'Again: closed.' } });
  expect(told).toMatchObject({ people: 6, deliveries: { voice: 3 } });
});

test('the message has to be one of the account’s own', async () => {
  const other = await testAccount(server.database);
  const content = { sms: { text: 'Elsewhere' } };
  const audience = { people: [{ name: 'Far Away', phone: '+12125550199' }] };
  const theirs = await take(server.database, systemClock, other, { audience, content });
  const asked = { audience: { recipients: { broadcastId: theirs, outcomes: ['under_way'] } } };
  const key = { 'idempotency-key': 'to people elsewhere' };
  for (const path of ['/api/plans', '/api/previews', '/api/broadcasts']) {
    const answer = await call('POST', path, { ...asked, content }, key);
    expect(answer).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'audience.recipients.broadcastId' }] },
    });
  }
  expect((await call('GET', `/api/broadcasts/${theirs}/reach`)).status).toBe(404);
});

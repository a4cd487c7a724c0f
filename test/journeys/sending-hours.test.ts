import { beforeAll, describe, expect, test } from 'vitest';
import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import { plan } from '../../src/contract/plan.ts';
import { type SendingPolicy, sendingPolicy } from '../../src/contract/sending-policy.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const NIGHT = { from: '21:00', until: '08:00', channels: ['sms', 'voice'] as const };
/** New York, Chicago, Honolulu, London; and an email, which knows no hour. */
const people = [
  { name: 'Nia', phone: '+12125550101' },
  { name: 'Cal', phone: '+13125550102' },
  { name: 'Hana', phone: '+18085550103' },
  { name: 'Liv', phone: '+447400123456' },
  { name: 'Max', email: 'max@example.com' },
];
const body = {
  audience: { people },
  content: { sms: { text: 'Hi' }, email: { subject: 'Hi', text: 'Hi' } },
};

beforeAll(async () => {
  await server.signUp();
  // Nine in the morning in New York; eight in Chicago, two in the afternoon in London, four at night in Honolulu.
  server.clock.moveTo(new Date('2027-03-09T14:00Z'));
  await allow({
    quietHours: { ...NIGHT, channels: [...NIGHT.channels] },
    allowedCountries: ['US', 'GB'],
  });
});

async function allow(part: Partial<SendingPolicy>): Promise<void> {
  const { json } = await server.call('GET', '/api/sending-policy');
  const answer = await server.call('PUT', '/api/sending-policy', {
    ...sendingPolicy.parse(json),
    ...part,
  });
  expect(answer.status).toBe(200);
}

function post(more: object, headers = {}) {
  return server.call(
    'POST',
    '/api/broadcasts',
    { ...body, ...more },
    {
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
  );
}

async function send(more: object = {}): Promise<Broadcast> {
  const { status, json } = await post(more);
  expect([status, json]).toMatchObject([201, {}]);
  return broadcast.parse(json);
}

async function read(id: string): Promise<Broadcast> {
  return broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json);
}

/** When each person's message goes out, and until when, past the API. */
async function times(id: string): Promise<Record<string, [string, string | undefined]>> {
  const { rows } = await server.database.engine.query<{ name: string; at: Date; end: Date | null }>(
    `select r.name, d.not_before as at, d.expires_at as "end"
       from delivery d join recipient r on r.id = d.recipient_id where d.broadcast_id = $1`,
    [id],
  );
  return Object.fromEntries(
    rows.map(({ name, at, end }) => [name, [at.toISOString(), end?.toISOString()]]),
  );
}

describe('quiet hours', () => {
  test('are planned, kept, and set aside by the name of who asks', async () => {
    const planned = plan.parse((await server.call('POST', '/api/plans', body)).json);
    const hana = '2027-03-09T18:00:00.000Z';
    const quietWait = { count: 1, earliest: hana, latest: hana };
    expect(planned.quietWait).toEqual({
      ...quietWait,
      expiring: 0,
      deliveries: { sms: 1, email: 0, voice: 0 },
    });
    const made = await send();
    const waiting = await waitFor(
      () => read(made.id),
      (b) => b.counts.delivered === 4 && b.counts.waiting === 1,
    );
    expect(waiting).toMatchObject({ quietWait, quietOverrideBy: null, state: 'sending' });

    const { cookie } = await memberOf(server, 'viewer');
    const path = `/api/broadcasts/${made.id}/quiet-hours-override`;
    expect((await server.call('POST', path, {}, { cookie })).status).toBe(403);
    const answer = await server.call('POST', path);
    expect(answer).toMatchObject({ status: 200, json: { quietOverrideBy: 'Sam Keller' } });
    const done = await waitFor(
      () => read(made.id),
      (b) => b.counts.delivered === 5,
    );
    expect(done).toMatchObject({ quietWait: null });
    expect(await server.call('POST', path)).toMatchObject({ status: 409 });
  });

  test('are planned for the time that was asked for, and for how long it holds', async () => {
    const ask = async (timing: object) =>
      plan.parse((await server.call('POST', '/api/plans', { ...body, ...timing })).json).quietWait;
    const nine = '2027-03-10T21:30';
    expect(await ask({ sendLater: { wall: nine, zone: 'America/New_York' } })).toEqual({
      count: 2,
      earliest: '2027-03-11T08:00:00.000Z',
      latest: '2027-03-11T13:00:00.000Z',
      expiring: 0,
      deliveries: { sms: 2, email: 0, voice: 0 },
    });
    expect(await ask({ sendLater: { wall: nine, zone: 'recipient' }, validMinutes: 60 })).toEqual({
      count: 4,
      earliest: '2027-03-11T08:00:00.000Z',
      latest: '2027-03-11T18:00:00.000Z',
      expiring: 4,
      deliveries: { sms: 4, email: 0, voice: 0 },
    });
    expect(await ask({ ignoreQuietHours: true })).toBe(null);
    expect(await ask({ sendLater: { wall: '2027-03-10T12:00', zone: 'recipient' } })).toBe(null);
  });
});

describe('each recipient’s own time', () => {
  test('is the same wall clock for everyone, with an expiry of its own', async () => {
    const sendLater = { wall: '2027-03-10T09:00', zone: 'recipient' };
    const made = await send({ sendLater, validMinutes: 120 });
    expect(made).toMatchObject({
      state: 'scheduled',
      sendLater,
      sendAt: '2027-03-10T09:00:00.000Z',
      expiresAt: '2027-03-10T21:00:00.000Z',
      validMinutes: 120,
    });
    expect(await times(made.id)).toEqual({
      Liv: ['2027-03-10T09:00:00.000Z', '2027-03-10T11:00:00.000Z'],
      Nia: ['2027-03-10T14:00:00.000Z', '2027-03-10T16:00:00.000Z'],
      Max: ['2027-03-10T14:00:00.000Z', '2027-03-10T16:00:00.000Z'],
      Cal: ['2027-03-10T15:00:00.000Z', '2027-03-10T17:00:00.000Z'],
      Hana: ['2027-03-10T19:00:00.000Z', '2027-03-10T21:00:00.000Z'],
    });
    server.clock.moveTo(new Date('2027-03-10T09:00:01Z'));
    await waitFor(
      () => read(made.id),
      (b) => b.counts.delivered === 1,
    );
    // An outage from then on: what was for the morning in New York is over, in Honolulu it is not.
    server.clock.moveTo(new Date('2027-03-10T19:00:01Z'));
    const done = await waitFor(
      () => read(made.id),
      (b) => b.state === 'sent' && b.counts.with_carrier === 0,
    );
    expect(done.counts).toMatchObject({ delivered: 2, not_delivered: 3 });
  });

  test.for([
    ['2027-03-28T01:30', 'time_does_not_exist', 'Europe/London'],
    ['2027-11-07T01:30', 'time_exists_twice', 'America/Chicago and America/New_York'],
    ['2027-03-10T17:00', 'time_is_past', 'Europe/London'],
    ['2027-02-30T09:00', 'invalid_time', 'There is no 2027-02-30'],
  ])('%s is asked about: %s for %s', async ([wall, code, words]) => {
    const { status, json } = await post({ sendLater: { wall, zone: 'recipient' } });
    expect([status, json]).toMatchObject([
      422,
      { code, detail: expect.stringContaining(words ?? ''), errors: [{ path: 'sendLater.wall' }] },
    ]);
  });
});

describe('what an account allows itself', () => {
  test('is read by everyone and changed by its owner', async () => {
    const { json: policy } = await server.call('GET', '/api/sending-policy');
    for (const role of ['member', 'viewer'] as const) {
      const { cookie } = await memberOf(server, role);
      const headers = { cookie };
      expect(await server.call('GET', '/api/sending-policy', undefined, headers)).toMatchObject({
        status: 200,
        json: policy as object,
      });
      expect((await server.call('PUT', '/api/sending-policy', policy, headers)).status).toBe(403);
    }
  });

  test.for([
    [{ quietHours: { ...NIGHT, from: '9pm' } }, 'quietHours.from'],
    [{ quietHours: { ...NIGHT, until: '24:00' } }, 'quietHours.until'],
    [{ quietHours: { ...NIGHT, until: NIGHT.from } }, 'quietHours'],
    [{ quietHours: { ...NIGHT, channels: [] } }, 'quietHours.channels'],
    [{ quietHours: { ...NIGHT, channels: ['fax'] } }, 'quietHours.channels.0'],
    [{ validMinutes: 4 }, 'validMinutes'],
    [{ validMinutes: 4_321 }, 'validMinutes'],
    [{ validMinutes: 7.5 }, 'validMinutes'],
    [{ allowedCountries: ['us'] }, 'allowedCountries.0'],
    [{ spendingCap: -1 }, 'spendingCap'],
  ] as const)('refuses %j at %s, and keeps what was', async ([part, path]) => {
    const { json: before } = await server.call('GET', '/api/sending-policy');
    const wrong = { ...(before as object), ...part };
    const { status, json } = await server.call('PUT', '/api/sending-policy', wrong);
    expect([status, json]).toMatchObject([422, { errors: [{ path }] }]);
    expect((await server.call('GET', '/api/sending-policy')).json).toEqual(before);
  });

  test('is asked for only where a message does not say for how long it holds', async () => {
    await allow({ validMinutes: 30 });
    const made = await send({ sendLater: { wall: '2027-04-01T12:00', zone: 'Etc/UTC' } });
    expect(made).toMatchObject({ validMinutes: 30, expiresAt: '2027-04-01T12:30:00.000Z' });
    for (const validMinutes of [4, 4_321]) expect((await post({ validMinutes })).status).toBe(422);
  });
});

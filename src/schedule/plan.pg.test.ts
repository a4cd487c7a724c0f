import { describe, expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { PlanRequest } from '../contract/plan.ts';
import { systemClock } from '../platform/clock.ts';
import { asEngineFor } from '../platform/database.ts';
import { planBroadcast } from './plan.ts';
import { compose } from './selection.ts';

const database = await testDatabase();

async function planned(account: Awaited<ReturnType<typeof testAccount>>, request: PlanRequest) {
  const policy = await readSendingPolicy(database.engine, account.id);
  const composed = compose(account, request, policy, systemClock.now());
  if ('problems' in composed) throw new Error(JSON.stringify(composed.problems));
  const timing = { timing: request, policy, now: systemClock.now() };
  return asEngineFor(database, account.id, (client) =>
    planBroadcast(client, account, { name: 'Sam', email: '' }, composed, timing),
  );
}

/** What the ledger holds of a broadcast, in the shape of the plan's counts. */
async function written(accountId: string, id: string) {
  const { rows: deliveries } = await database.engine.query(
    'select channel, count(*) as n from delivery where account_id = $1 and broadcast_id = $2 group by 1',
    [accountId, id],
  );
  const { rows: excluded } = await database.engine.query(
    `select channel, reason, count(*) as count from exclusion
      where account_id = $1 and broadcast_id = $2 group by 1, 2 order by 1, 2`,
    [accountId, id],
  );
  return { deliveries: Object.fromEntries(deliveries.map((d) => [d.channel, d.n])), excluded };
}

const tom = { name: 'Tom Ferrari', phone: '+12125550188' };
const lia = { name: 'Lía Ferrari', phone: '+12125550188' };
const ana = { name: 'Ana Ruiz', phone: '+12125550123', email: 'ana@example.com' };
const nobody = { name: 'Max Silent' };

describe('planBroadcast', () => {
  it('sends one text to a number that a family shares, and says for whom it stands', async () => {
    const account = await testAccount(database);
    const includeIds = await addAppointments(database, account, [
      [lia, tom],
      [ana],
      [ana],
      [nobody],
    ]);
    const request = {
      audience: { appointments: { includeIds }, people: [] },
      content: { sms: { text: 'We are closed.' }, email: { subject: 'Closed', text: 'Closed.' } },
    };
    const plan = await planned(account, request);
    expect(plan).toMatchObject({
      appointments: 4,
      people: 4,
      reached: 3,
      copyMode: 'person',
      deliveries: { sms: 2, email: 1, voice: 0 },
      smsSegments: { encoding: 'GSM-7', total: 2, largest: 1 },
    });
    expect(plan.exclusions).toContainEqual({
      name: 'Tom Ferrari',
      channel: 'sms',
      reason: 'duplicate',
      detail: 'Lía Ferrari',
    });
    const id = await take(database, systemClock, account, request);
    const ledger = await written(account.id, id);
    expect(ledger).toEqual({ deliveries: { sms: 2, email: 1 }, excluded: plan.excluded });
    const { rows } = await database.engine.query(
      `select e.detail from exclusion e where account_id = $1 and reason = 'duplicate'`,
      [account.id],
    );
    expect(rows).toEqual([{ detail: 'Lía Ferrari' }]);
  });

  it('sends one for each appointment where the text speaks of it', async () => {
    const account = await testAccount(database);
    const includeIds = await addAppointments(database, account, [[ana], [ana]]);
    const request = {
      audience: { appointments: { includeIds }, people: [] },
      content: { sms: { text: 'See you {{ event.day_and_time_phrase }}.' } },
    };
    const plan = await planned(account, request);
    expect(plan).toMatchObject({ copyMode: 'appointment', people: 1, deliveries: { sms: 2 } });
    const id = await take(database, systemClock, account, request);
    expect((await written(account.id, id)).deliveries).toEqual({ sms: 2 });
  });

  it('leaves out, with the reason: opted out, invalid, cancelled, an empty field', async () => {
    const account = await testAccount(database);
    const includeIds = await addAppointments(database, account, [
      [ana],
      [{ name: 'Bo Gone', phone: '+12125550155' }],
      [{ name: '', phone: '+12125550156' }],
    ]);
    await database.engine.query(
      `insert into suppression (account_id, channel, address, reason) values ($1, 'sms', $2, 'stop')`,
      [account.id, ana.phone],
    );
    await database.engine.query(
      `update appointment set status = 'cancelled' where account_id = $1 and id = $2`,
      [account.id, includeIds[1]],
    );
    const request = {
      audience: {
        appointments: { includeIds },
        people: [{ name: 'Typo', phone: '212-555-O123' }],
      },
      content: { sms: { text: 'Hello {{ participant.first_name }}' } },
    };
    const plan = await planned(account, request);
    const reasons = Object.fromEntries(plan.excluded.map((e) => [e.reason, e.count]));
    expect(reasons).toEqual({
      opted_out: 1,
      invalid_address: 1,
      appointment_cancelled: 1,
      empty_field: 1,
    });
    expect(plan.exclusions.find((e) => e.reason === 'invalid_address')?.detail).toBe(
      '212-555-O123',
    );
    const id = await take(database, systemClock, account, request);
    expect((await written(account.id, id)).excluded).toEqual(plan.excluded);
  });

  it('says of each exclusion what its own reason is about', async () => {
    const account = await testAccount(database);
    const people = [
      { name: 'Typo', phone: '212-555-O123', email: 'typo.example.com' },
      { name: 'Max Silent' },
      { name: 'Ana Ruiz', phone: '+12125550123', email: 'ana@example.com' },
    ];
    const content = {
      sms: { text: 'See you {{ event.time_phrase }}' },
      email: { subject: 'Soon', text: 'Soon.' },
    };
    const request = { audience: { people }, content };
    const expected = [
      { name: 'Ana Ruiz', channel: 'sms', reason: 'empty_field', detail: 'event.starts_at' },
      { name: 'Max Silent', channel: 'sms', reason: 'no_address', detail: '' },
      { name: 'Max Silent', channel: 'email', reason: 'no_address', detail: '' },
      { name: 'Typo', channel: 'sms', reason: 'invalid_address', detail: '212-555-O123' },
      { name: 'Typo', channel: 'email', reason: 'invalid_address', detail: 'typo.example.com' },
    ];
    expect((await planned(account, request)).exclusions).toEqual(expected);
    await take(database, systemClock, account, request);
    const { rows } = await database.engine.query(
      `select r.name, e.channel, e.reason, e.detail from exclusion e
         join recipient r on r.account_id = e.account_id and r.id = e.recipient_id
        where e.account_id = $1 order by r.name, e.channel`,
      [account.id],
    );
    expect(rows).toEqual(expected);
  });

  it('writes in many chunks what it planned in one', async () => {
    const account = await testAccount(database);
    const people = Array.from({ length: 12_000 }, (_, i) => [
      { name: `Person ${i % 9_000}`, phone: `+1212${String(5_550_000 + (i % 7_000))}` },
    ]);
    await addAppointments(database, account, people);
    const request = {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'Closed.' } },
    };
    const plan = await planned(account, request);
    const id = await take(database, systemClock, account, request);
    const ledger = await written(account.id, id);
    expect(ledger).toEqual({ deliveries: { sms: plan.deliveries.sms }, excluded: plan.excluded });
    expect(plan.deliveries.sms).toBe(7_000);
  });

  it('says for how many a fallback could be tried, and for how many it surely is', async () => {
    const account = await testAccount(database);
    const mia = { name: 'Mia Li', email: 'mia@example.com' };
    const zoe = { name: 'Zoe Ash', phone: '+12125550177', email: 'zoe@example.com' };
    const includeIds = await addAppointments(database, account, [
      [lia, tom],
      [ana],
      [mia],
      [zoe],
      [nobody],
    ]);
    await database.engine.query(
      `insert into suppression (account_id, channel, address, reason) values ($1, 'sms', $2, 'stop')`,
      [account.id, zoe.phone],
    );
    const request = {
      audience: { appointments: { includeIds }, people: [] },
      content: {
        sms: { text: 'Closed.' },
        voice: { text: 'Closed.' },
        email: { subject: 'Closed', text: 'Closed.' },
      },
      fallback: [
        { from: 'sms' as const, to: 'voice' as const, silenceMinutes: null },
        { from: 'voice' as const, to: 'email' as const, silenceMinutes: 30 },
      ],
    };
    const plan = await planned(account, request);
    expect(plan.deliveries).toEqual({ sms: 2, voice: 0, email: 0 });
    // Zoe asked for no more texts; nothing else is tried in their place.
    expect(plan.fallbacks).toEqual([
      { from: 'sms', to: 'voice', upTo: 2, atOnce: 0 },
      { from: 'voice', to: 'email', upTo: 2, atOnce: 1 },
    ]);
  });
});

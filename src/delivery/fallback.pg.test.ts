import { afterEach, describe, expect, it } from 'vitest';
import { addAppointments, type TestPerson } from '../../test/support/appointments.ts';
import { taken } from '../../test/support/carrier.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { type Exchange, exchange } from '../../test/support/exchange.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import type { DeliveryRow } from '../contract/delivery.ts';
import type { FallbackStep } from '../contract/fallback.ts';
import type { FailureReason } from '../contract/outcome.ts';
import { MovableClock } from '../platform/clock.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';
import { listDeliveries } from '../status/read-deliveries.ts';
import { receiptSink } from '../status/record-receipts.ts';
import { settleDelivery } from '../status/settle.ts';

const database = await testDatabase();
const clock = new MovableClock();
const sink = receiptSink(database.ledger, clock, () => undefined);
const engines: TestEngine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

const smsToEmail: FallbackStep = { from: 'sms', to: 'email', silenceMinutes: null };
const smsToVoice: FallbackStep = { from: 'sms', to: 'voice', silenceMinutes: null };
const voiceToEmail: FallbackStep = { from: 'voice', to: 'email', silenceMinutes: null };
const content = {
  sms: { text: 'We are closed, {{ participant.first_name }}.' },
  email: { subject: 'Closed', text: 'We are closed.' },
  voice: { text: 'We are closed.' },
};
const refused = (reason: FailureReason): SendOutcome => ({
  outcome: 'rejected',
  reason,
  code: null,
  answer: 'no',
});

/** Sends to people on an appointment each, with the channels that the fallbacks name. */
async function send(
  people: readonly TestPerson[],
  fallback: readonly FallbackStep[],
  way: Exchange,
  more: Partial<BroadcastRequest> = {},
) {
  const account = await testAccount(database);
  await addAppointments(
    database,
    account,
    people.map((person) => [person]),
  );
  const used = new Set(fallback.flatMap(({ from, to }) => [from, to]));
  const id = await take(database, clock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: Object.fromEntries(
      Object.entries(content).filter(([channel]) => used.has(channel as keyof typeof content)),
    ),
    fallback: [...fallback],
    ...more,
  });
  start(way);
  return { account, id };
}

function start(way: Exchange): TestEngine {
  const engine = startEngine(database, clock, way.provider);
  engines.push(engine);
  return engine;
}

const done = (accountId: string, id: string) =>
  until(database, accountId, id, (b) => b.state === 'sent');

async function rows(accountId: string, id: string): Promise<DeliveryRow[]> {
  return (await listDeliveries(database.engine, accountId, id, { limit: 100 })).items;
}

async function countsHold(accountId: string, id: string) {
  expect(await kept(database, accountId, id)).toEqual(await recount(database, accountId, id));
}

const ana = { name: 'Ana Ruiz', phone: '+12125550101', email: 'ana@example.com' };
const tom = { name: 'Tom Wu', phone: '+12125550102', email: 'tom@example.com' };
const mia = { name: 'Mia Li', email: 'mia@example.com' };
const max = { name: 'Max Silent', phone: '+12125550104' };

describe('a fallback', () => {
  it('is tried at once for whom the channel before did not reach, once, and for nobody else', async () => {
    const way = exchange(sink, clock, ({ address }) =>
      address === ana.phone || address === max.phone ? refused('carrier_blocked') : taken,
    );
    const { account, id } = await send([ana, tom, mia, max], [smsToEmail], way);
    await done(account.id, id);
    expect(way.calls()).toEqual([
      'email ana@example.com',
      'email mia@example.com',
      'sms +12125550101',
      'sms +12125550102',
      'sms +12125550104',
    ]);
    const seen = (await rows(account.id, id)).map(
      ({ name, channel, insteadOf, outcome, exclusion }) =>
        `${name}: ${channel}${insteadOf ? ` for ${insteadOf}` : ''} ${exclusion ?? outcome}`,
    );
    expect(seen.sort()).toEqual([
      'Ana Ruiz: email for sms with_carrier',
      'Ana Ruiz: sms not_delivered',
      'Max Silent: email for sms no_address',
      'Max Silent: sms not_delivered',
      'Mia Li: email for sms with_carrier',
      'Mia Li: sms no_address',
      'Tom Wu: sms with_carrier',
    ]);
    await countsHold(account.id, id);
    // The Messages column finds it: it stands for the same appointments.
    const { rows: subjects } = await database.engine.query(
      `select d.channel, count(*) as n from delivery_subject s
         join delivery d on d.account_id = $1 and d.id = s.delivery_id
        where s.account_id = $1 group by 1 order by 1`,
      [account.id],
    );
    expect(subjects).toEqual([
      { channel: 'sms', n: 3 },
      { channel: 'email', n: 2 },
    ]);
  });

  it('comes after the carrier says later that it did not arrive, and reopens what was sent', async () => {
    const way = exchange(sink, clock);
    const { account, id } = await send([ana, tom], [smsToEmail], way);
    await done(account.id, id);
    await way.report(tom.phone, 'delivered');
    await way.report(ana.phone, 'undelivered', 'unreachable');
    await done(account.id, id);
    await way.report(ana.email, 'delivered');
    await way.report(ana.phone, 'undelivered', 'unreachable');
    expect(way.calls().filter((call) => call.startsWith('email'))).toEqual([
      'email ana@example.com',
    ]);
    expect(await kept(database, account.id, id)).toEqual({ delivered: 2, not_delivered: 1 });
    await countsHold(account.id, id);
  });

  it('goes on to the next one where that does not reach them either', async () => {
    const way = exchange(sink, clock, ({ channel }) =>
      channel === 'email' ? taken : refused('carrier_blocked'),
    );
    const { account, id } = await send([ana, mia, max], [smsToVoice, voiceToEmail], way);
    await done(account.id, id);
    expect(way.calls()).toEqual([
      'email ana@example.com',
      'email mia@example.com',
      'sms +12125550101',
      'sms +12125550104',
      'voice +12125550101',
      'voice +12125550104',
    ]);
    const left = (await rows(account.id, id)).filter(({ exclusion }) => exclusion !== null);
    expect(left.map(({ name, channel }) => `${name} ${channel}`).sort()).toEqual([
      'Max Silent email',
      'Mia Li sms',
      'Mia Li voice',
    ]);
    await countsHold(account.id, id);
  });

  it('is for each of a family whose shared number failed, and once where they share an address too', async () => {
    const shared = { phone: '+12125550101' };
    const lia = { name: 'Lia', ...shared, email: 'lia@example.com' };
    const leo = { name: 'Leo', ...shared, email: 'home@example.com' };
    const zoe = { name: 'Zoe', ...shared, email: 'home@example.com' };
    const way = exchange(sink, clock, ({ channel }) =>
      channel === 'sms' ? refused('carrier_blocked') : taken,
    );
    const { account, id } = await send([lia, leo, zoe], [smsToEmail], way);
    await done(account.id, id);
    expect(way.calls()).toEqual([
      'email home@example.com',
      'email lia@example.com',
      'sms +12125550101',
    ]);
    const mails = (await rows(account.id, id)).filter(({ channel }) => channel === 'email');
    const home = mails.find(({ address, state }) => address === 'home@example.com' && state);
    expect([home?.name, ...(home?.alsoFor ?? [])].sort()).toEqual(['Leo', 'Zoe']);
    expect(mails.filter(({ exclusion }) => exclusion === 'duplicate')).toHaveLength(1);
    await countsHold(account.id, id);
  });

  it('is nothing for whoever opted out, was cancelled, or is in doubt until a person gives it up', async () => {
    const way = exchange(sink, clock, ({ channel, address }) => {
      if (channel === 'email') return taken;
      return address === tom.phone
        ? { outcome: 'uncertain', answer: 'reset' }
        : refused('opted_out');
    });
    const { account, id } = await send([ana, tom], [smsToEmail], way);
    await done(account.id, id);
    expect(way.calls().filter((call) => call.startsWith('email'))).toEqual([]);
    const doubt = (await rows(account.id, id)).find(({ outcome }) => outcome === 'not_sure');
    if (!doubt) throw new Error('one is in doubt');
    expect(await settleDelivery(database, clock, account.id, doubt.id, 'write_off')).toBe(true);
    await until(database, account.id, id, ({ counts }) => counts.with_carrier === 1);
    await done(account.id, id);
    expect(way.calls()).toContain('email tom@example.com');
    await countsHold(account.id, id);
  });

  it('does not begin once the message before it is no longer valid', async () => {
    const way = exchange(sink, clock);
    const { account, id } = await send([ana], [smsToEmail], way);
    await done(account.id, id);
    clock.advance(13 * 3_600_000);
    await way.report(ana.phone, 'undelivered', 'unreachable');
    await done(account.id, id);
    expect(way.calls()).toEqual(['sms +12125550101']);
    expect(await kept(database, account.id, id)).toEqual({ not_delivered: 1 });
  });

  it('waits while the broadcast is paused, obeys a STOP, and is taken back with it', async () => {
    const way = exchange(sink, clock);
    const { account, id } = await send([ana, tom, mia], [smsToEmail], way);
    await until(database, account.id, id, ({ counts }) => counts.with_carrier === 3);
    await setPaused(database, clock, account.id, id, true);
    await way.report(ana.phone, 'undelivered', 'unreachable');
    await database.engine.query(
      `insert into suppression (account_id, channel, address, reason) values ($1, 'email', $2, 'STOP')`,
      [account.id, ana.email],
    );
    await setPaused(database, clock, account.id, id, false);
    await until(database, account.id, id, ({ counts }) => counts.left_out === 2);
    await way.report(tom.phone, 'undelivered', 'unreachable');
    await cancelBroadcast(database, clock, account.id, id);
    await until(database, account.id, id, ({ counts }) => counts.waiting === 0);
    expect(way.calls().filter((call) => call.startsWith('email ana'))).toEqual([]);
    await countsHold(account.id, id);
  });
});

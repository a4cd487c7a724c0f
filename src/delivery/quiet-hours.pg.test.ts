import { expect, it, onTestFinished } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { shutDoor } from '../account/door-lock.ts';
import { readSendingPolicy, writeSendingPolicy } from '../account/sending-policy.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import type { QuietHours } from '../contract/sending-policy.ts';
import { MovableClock } from '../platform/clock.ts';
import { asEngine } from '../platform/database.ts';
import { askWaitersAgain } from '../schedule/ask-waiters-again.ts';
import { overrideQuietHours } from '../schedule/quiet-override.ts';

const database = await testDatabase();
const NIGHT: QuietHours = { from: '21:00', until: '08:00', channels: ['sms', 'voice'] };
/** Eleven in the evening, and eight in the morning after, in New York. */
const EVENING = new Date('2027-03-09T04:00Z');
const MORNING = new Date('2027-03-09T13:00Z');

/** Changes what the account allows itself, as the page does. */
function allow(accountId: string, quietHours: QuietHours | null, now: Date): Promise<void> {
  return asEngine(database, async (client) => {
    await shutDoor(client, accountId);
    const { version: _, ...policy } = await readSendingPolicy(client, accountId);
    await writeSendingPolicy(client, accountId, { ...policy, quietHours }, now);
    await askWaitersAgain(client, accountId, null, now);
  });
}

/** A worker whose carrier notes whom it is given. */
function begin(clock: MovableClock) {
  const { double, calls } = carrier(() => taken);
  const engine = startEngine(database, clock, double);
  onTestFinished(() => engine.stop());
  return { engine, calls };
}

/** A worker and an account with people on appointments in New York, in the evening. */
async function evening(count = 3) {
  const clock = new MovableClock();
  clock.moveTo(EVENING);
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  await allow(account.id, NIGHT, clock.now());
  const { engine, calls } = begin(clock);
  const send = (more: Partial<BroadcastRequest> = {}) =>
    take(database, clock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'Hello' } },
      ...more,
    });
  const read = (id: string, isRight: Parameters<typeof until>[3]) =>
    until(database, account.id, id, isRight);
  return { clock, account, calls, engine, send, read };
}

/** Waits until the lanes of a broadcast sleep, and says until when. */
async function asleepUntil(id: string, now: Date): Promise<(Date | null)[]> {
  const lanes = await waitFor(
    async () =>
      (
        await database.engine.query<{ wakeAt: Date | null; isQuiet: boolean }>(
          `select l.wake_at as "wakeAt",
                  not exists (select from delivery d where d.lane_id = l.id and d.state = 'ready'
                                 and d.wait_reason is distinct from 'quiet_hours') as "isQuiet"
             from lane l where l.broadcast_id = $1`,
          [id],
        )
      ).rows,
    (rows) => rows.every(({ wakeAt, isQuiet }) => isQuiet && wakeAt !== null && wakeAt > now),
  );
  return lanes.map(({ wakeAt }) => wakeAt);
}

it('waits for the end of quiet hours, says so, and sleeps meanwhile', async () => {
  const { clock, calls, engine, send, read } = await evening();
  const id = await send();
  expect(await asleepUntil(id, clock.now())).toEqual([MORNING]);
  expect(await read(id, () => true)).toMatchObject({
    counts: { waiting: 3 },
    quietWait: { count: 3, earliest: MORNING.toISOString(), latest: MORNING.toISOString() },
    quietOverrideBy: null,
  });
  expect(calls).toEqual([]);
  clock.moveTo(MORNING);
  engine.dispatcher.wake();
  expect(await read(id, (b) => b.state === 'sent')).toMatchObject({
    counts: { with_carrier: 3 },
    quietWait: null,
  });
});

it('lets emails go out, which are not among its channels', async () => {
  const { calls, send, read } = await evening();
  const id = await send({
    audience: { people: [{ name: 'Ana', email: 'ana@example.com', phone: '+12125550100' }] },
    content: { sms: { text: 'Hello' }, email: { subject: 'Hello', text: 'Hello' } },
  });
  await read(id, (b) => b.counts.with_carrier === 1);
  expect(calls).toEqual(['ana@example.com']);
});

it('goes out at night where somebody says so, before or afterwards, by their name', async () => {
  const { clock, account, engine, send, read } = await evening();
  const loud = await send({ ignoreQuietHours: true });
  const done = await read(loud, (b) => b.state === 'sent');
  expect(done).toMatchObject({ counts: { with_carrier: 3 }, quietOverrideBy: 'Sam Keller' });

  const waits = await send();
  const other = await send();
  await asleepUntil(waits, clock.now());
  await asleepUntil(other, clock.now());
  for (const name of ['Ana Lopez', 'Somebody Else']) {
    expect(await overrideQuietHours(database, clock, account.id, waits, name)).toBe(true);
  }
  engine.dispatcher.wake();
  const gone = await read(waits, (b) => b.state === 'sent');
  expect(gone).toMatchObject({ counts: { with_carrier: 3 }, quietOverrideBy: 'Ana Lopez' });
  expect(await asleepUntil(other, clock.now())).toEqual([MORNING]);
  expect(await overrideQuietHours(database, clock, account.id, waits, 'Too Late')).toBe(false);
});

it('asks again whoever waits when the account changes its quiet hours', async () => {
  const { clock, account, engine, send, read } = await evening();
  const id = await send();
  await asleepUntil(id, clock.now());
  await allow(account.id, { ...NIGHT, until: '07:30' }, clock.now());
  engine.dispatcher.wake();
  const earlier = new Date('2027-03-09T12:30Z');
  await waitFor(
    () => asleepUntil(id, clock.now()),
    ([wakeAt]) => wakeAt?.getTime() === earlier.getTime(),
  );
  await allow(account.id, null, clock.now());
  engine.dispatcher.wake();
  await read(id, (b) => b.counts.with_carrier === 3);
});

it('says what has expired by the end of quiet hours, when it does', async () => {
  const { clock, calls, engine, send, read } = await evening();
  const id = await send({ validMinutes: 60 });
  expect(await asleepUntil(id, clock.now())).toEqual(
    [new Date(EVENING.getTime() + 3_600_000)].map(near),
  );
  clock.advance(3_600_000);
  engine.dispatcher.wake();
  const done = await read(id, (b) => b.state === 'sent');
  expect(done).toMatchObject({ counts: { not_delivered: 3 } });
  expect(calls).toEqual([]);
  const { rows } = await database.engine.query(
    'select distinct state, failure from delivery where broadcast_id = $1',
    [id],
  );
  expect(rows).toEqual([{ state: 'expired', failure: 'expired' }]);
});

/** An instant that a running clock gave: a few seconds later at most. */
function near(instant: Date) {
  return {
    asymmetricMatch: (other: unknown) =>
      other instanceof Date &&
      other.getTime() >= instant.getTime() &&
      other.getTime() < instant.getTime() + 20_000,
  };
}

it('sends nothing today of what was about yesterday, after an outage of a day', async () => {
  const { clock, calls, engine, send, read } = await evening();
  const id = await send();
  await asleepUntil(id, clock.now());
  await engine.stop();
  clock.moveTo(new Date(MORNING.getTime() + 24 * 3_600_000));
  const late = begin(clock);
  const done = await read(id, (b) => b.state === 'sent');
  expect(done).toMatchObject({ counts: { not_delivered: 3 } });
  expect([...calls, ...late.calls]).toEqual([]);
});

it('waits in quiet hours that begin during an outage', async () => {
  const { clock, calls, engine, send, read } = await evening();
  clock.moveTo(new Date('2027-03-09T20:00Z'));
  await engine.stop();
  const id = await send({ validMinutes: 24 * 60 });
  clock.moveTo(new Date('2027-03-10T03:00Z'));
  const late = begin(clock);
  expect(await asleepUntil(id, clock.now())).toEqual([new Date('2027-03-10T13:00Z')]);
  expect([...calls, ...late.calls]).toEqual([]);
  clock.moveTo(new Date('2027-03-10T13:00Z'));
  late.engine.dispatcher.wake();
  await read(id, (b) => b.counts.with_carrier === 3);
});

it('opens nothing in the last moment, which may be handed over when quiet hours have begun', async () => {
  const { clock, calls, send } = await evening();
  clock.moveTo(new Date('2027-03-10T01:59:58.500Z'));
  const id = await send({ validMinutes: 24 * 60 });
  expect(await asleepUntil(id, clock.now())).toEqual([new Date('2027-03-10T13:00Z')]);
  expect(calls).toEqual([]);
});

import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { administer } from '../../test/support/break-connections.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { suppress } from '../audience/suppress.ts';
import { systemClock } from '../platform/clock.ts';
import { asEngine } from '../platform/database.ts';
import { cancelBroadcast, setPaused } from '../schedule/take-back.ts';

const database = await testDatabase();
// Inside the transaction that shuts the door no tick is under way: what is counted there was opened before.
await administer(
  database,
  `create table shut (lane_id uuid, what text, attempts bigint, on_wire uuid[], n serial);
   grant select on shut to headsup_engine;
   create function note_shut() returns trigger language plpgsql security definer as $$
   begin
     insert into shut (lane_id, what, attempts, on_wire)
     select new.id, case when new.canceled_at is not null then 'canceled'
                         when new.paused_at is not null then 'paused' else 'resumed' end, count(*),
            array_agg(a.id) filter (where a.state = 'submitting')
       from delivery d join attempt a on a.account_id = d.account_id and a.delivery_id = d.id
      where d.lane_id = new.id;
     return new;
   end $$;
   create trigger note_shut after update on lane for each row
     when (new.paused_at is distinct from old.paused_at or new.canceled_at is distinct from old.canceled_at)
     execute function note_shut()`,
);

/** A broadcast under way to many people with two workers; some tries must be made again. */
async function underWay(count: number) {
  const account = await testAccount(database);
  await addAppointments(database, account, people(count));
  const { double } = carrier(
    async (_, tries) => {
      await sleep(randomInt(1, 4));
      if (tries === 1 && randomInt(4) === 0) {
        return { outcome: 'retryable', reason: 'rate_limited', code: null, answer: 'slow down' };
      }
      return taken;
    },
    { window: 5 },
  );
  const id = await take(database, systemClock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello' } },
  });
  const workers = [1, 2].map(() => startEngine(database, systemClock, double));
  const stop = async () => {
    for (const worker of workers) await worker.stop();
  };
  await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) > 5);
  return { account, id, stop };
}

/** What a STOP does, with the attempts that had been opened for the number before it. */
function stopNumber(accountId: string, address: string): Promise<number> {
  return asEngine(database, async (client) => {
    await suppress(client, systemClock, accountId, { channel: 'sms', address, reason: 'stop' });
    const { rows } = await client.query<{ attempts: number }>(
      'select attempts from delivery where account_id = $1 and address = $2',
      [accountId, address],
    );
    return rows[0]?.attempts ?? Number.NaN;
  });
}

it('opens no attempt for a number once its STOP has committed', async () => {
  const { account, id, stop } = await underWay(300);
  const before = new Map<string, number>();
  for (let n = 299; n > 100; n -= 2) {
    const number = `+1212${5_550_000 + n}`;
    before.set(number, await stopNumber(account.id, number));
  }
  await until(database, account.id, id, (b) => b.state === 'sent');
  await stop();
  const { rows } = await database.engine.query<{
    address: string;
    attempts: number;
    state: string;
  }>('select address, attempts, state from delivery where account_id = $1 and address = any ($2)', [
    account.id,
    [...before.keys()],
  ]);
  expect(new Map(rows.map(({ address, attempts }) => [address, attempts]))).toEqual(
    new Map([...before].sort().map(([address, attempts]) => [address, attempts])),
  );
  const unsent = rows.filter(({ attempts }) => attempts === 0);
  expect(unsent.length).toBeGreaterThan(5);
  expect(new Set(unsent.map(({ state }) => state))).toEqual(new Set(['suppressed']));
  expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
});

it('opens no attempt between pause and resume, nor after it was canceled', async () => {
  const { account, id, stop } = await underWay(400);
  for (let round = 0; round < 8; round += 1) {
    await setPaused(database, systemClock, account.id, id, true);
    await sleep(randomInt(1, 40));
    await setPaused(database, systemClock, account.id, id, false);
    await sleep(randomInt(1, 25));
  }
  expect(await cancelBroadcast(database, systemClock, account.id, id)).toBe(true);
  const done = await until(
    database,
    account.id,
    id,
    ({ counts }) => (counts.waiting ?? 0) + (counts.sending ?? 0) === 0,
  );
  await stop();
  const { rows } = await database.engine.query<{ what: string; attempts: number }>(
    `select what, attempts from shut where lane_id = any (array(select id from lane where broadcast_id = $1)) order by n`,
    [id],
  );
  const pauses = rows.filter(({ what }) => what === 'paused').map(({ attempts }) => attempts);
  const resumes = rows.filter(({ what }) => what === 'resumed').map(({ attempts }) => attempts);
  expect(pauses).toHaveLength(8);
  expect(resumes).toEqual(pauses);
  const { rows: opened } = await database.engine.query<{ n: number }>(
    'select count(*) as n from attempt where account_id = $1',
    [account.id],
  );
  expect(rows.at(-1)).toEqual({ what: 'canceled', attempts: opened[0]?.n });
  expect(done.counts.taken_back).toBeGreaterThan(20);
  await sayThatTheyCrossed(account.id);
  expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
});

/** Those on the wire when the door was shut, and no others, say what they crossed with. */
async function sayThatTheyCrossed(accountId: string): Promise<void> {
  const { rows } = await database.engine.query<{ wrong: number; crossed: number }>(
    `with wire as (
       select one as id, max(what) as what
         from shut, unnest(on_wire) one where what <> 'resumed' group by one)
     select count(*) filter (where a.crossed is distinct from
              case w.what when 'canceled' then 'taken_back'::crossing when 'paused' then 'paused' end
              and not (w.what = 'paused' and a.crossed = 'taken_back')) as wrong,
            count(*) filter (where a.crossed is not null) as crossed
       from attempt a left join wire w on w.id = a.id where a.account_id = $1`,
    [accountId],
  );
  expect(rows[0]?.wrong).toBe(0);
  expect(rows[0]?.crossed).toBeGreaterThan(0);
}

it('opens nothing of what was taken back just when its time to undo ended', async () => {
  const account = await testAccount(database);
  await addAppointments(database, account, people(3));
  const { double, references } = carrier(() => taken);
  const workers = [1, 2].map(() => startEngine(database, systemClock, double));
  const race = async (late: number) => {
    const id = await take(database, systemClock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: { sms: { text: 'Hello' } },
      undoSeconds: 1,
    });
    const { rows } = await database.engine.query<{ until: Date }>(
      'select undo_until as until from broadcast where account_id = $1 and id = $2',
      [account.id, id],
    );
    await sleep((rows[0]?.until.getTime() ?? 0) + late - systemClock.now().getTime());
    await cancelBroadcast(database, systemClock, account.id, id);
    await until(
      database,
      account.id,
      id,
      ({ counts }) => (counts.waiting ?? 0) + (counts.sending ?? 0) === 0,
    );
  };
  await Promise.all(Array.from({ length: 12 }, (_, n) => race(60 * (n - 2))));
  for (const worker of workers) await worker.stop();
  const { rows } = await database.engine.query<{ attempts: number; before: number }>(
    `select s.attempts, (select count(*) from delivery d
              join attempt a on a.account_id = $1 and a.delivery_id = d.id
             where d.account_id = $1 and d.lane_id = s.lane_id) as before
       from shut s join lane l on l.account_id = $1 and l.id = s.lane_id where s.what = 'canceled'`,
    [account.id],
  );
  for (const { attempts, before } of rows) expect(before).toBe(attempts);
  expect(references.size).toBeLessThan(36);
});

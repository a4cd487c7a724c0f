import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { administer } from '../../test/support/break-connections.ts';
import { carrier, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { kept, recount, until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { systemClock } from '../platform/clock.ts';
import { receiveReply } from './receive-reply.ts';

const database = await testDatabase();
// Inside the transaction of a STOP no tick is under way: what is counted there was opened before.
await administer(
  database,
  `create table stopped (address text, attempts bigint);
   grant select on stopped to headsup_engine;
   create function note_stop() returns trigger language plpgsql security definer as $$
   begin
     insert into stopped select new.address, sum(attempts) from delivery where address = new.address;
     return new;
   end $$;
   create trigger note_stop after insert on suppression for each row execute function note_stop()`,
);

it('opens no attempt for a number once its reply STOP has committed, but one confirmation', async () => {
  const account = await testAccount(database);
  const numbers = Array.from({ length: 300 }, (_, n) => `+1212${5_550_000 + n}`);
  const { double } = carrier(
    async (_, tries) => {
      await sleep(randomInt(1, 4));
      return tries === 1 && randomInt(4) === 0
        ? { outcome: 'retryable', reason: 'rate_limited', code: null, answer: 'slow down' }
        : taken;
    },
    { window: 5 },
  );
  const id = await take(database, systemClock, account, {
    audience: { people: numbers.map((phone) => ({ name: '', phone })) },
    content: { sms: { text: 'Hello' } },
  });
  const workers = [1, 2].map(() => startEngine(database, systemClock, double));
  await until(database, account.id, id, (b) => (b.counts.with_carrier ?? 0) > 5);
  const stopping = numbers.filter((_, n) => n > 100 && n % 4 === 1).reverse();
  for (const address of stopping) {
    const reply = { channel: 'sms' as const, address, sentTo: '', text: 'STOP' };
    const ids = { providerId: account.id, providerRef: randomUUID() };
    // A carrier that does not hear our answer brings it again, at once.
    await Promise.all(
      [1, 2].map(() => receiveReply(database, systemClock, account, { ...reply, ...ids })),
    );
  }
  await until(database, account.id, id, (b) => b.state === 'sent');
  // Any of them may be the last: the carrier has some tried again.
  for (const answer of await answersIn(account.id)) {
    await until(database, account.id, answer, (b) => b.state === 'sent');
  }
  for (const worker of workers) await worker.stop();
  const { rows } = await database.engine.query<{ address: string; more: number; answers: number }>(
    `select s.address, sum(d.attempts) filter (where l.kind = 'broadcast') - s.attempts as more,
            count(*) filter (where l.kind = 'single' and d.state = 'accepted') as answers
       from stopped s
       join delivery d on d.account_id = $1 and d.address = s.address
       join lane l on l.account_id = $1 and l.id = d.lane_id
      group by s.address, s.attempts`,
    [account.id],
  );
  expect(rows.map(({ address }) => address).sort()).toEqual([...stopping].sort());
  expect(rows.filter(({ more, answers }) => Number(more) !== 0 || answers !== 1)).toEqual([]);
  const counts = await kept(database, account.id, id);
  expect(counts.left_out).toBeGreaterThan(5);
  expect(counts).toEqual(await recount(database, account.id, id));
});

async function answersIn(accountId: string): Promise<string[]> {
  const { rows } = await database.engine.query<{ id: string }>(
    `select id from broadcast where account_id = $1 and purpose = 'keyword'`,
    [accountId],
  );
  return rows.map(({ id }) => id);
}

import type { Pool, PoolClient, QueryConfig } from 'pg';
import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { carrier, people, taken } from '../../test/support/carrier.ts';
import { startEngine } from '../../test/support/engine.ts';
import { until } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { readSendingPolicy, writeSendingPolicy } from '../account/sending-policy.ts';
import { systemClock } from '../platform/clock.ts';

const database = await testDatabase();
/** Of a tick's values, those that it opens. */
const DELIVERIES = 6;
/** Of a text, in millionths. */
const PRICE = 10_000;

/** Ticks that open something: the one of this number waits, and then the connection is lost before it is sent. */
function losing(pool: Pool, number: number) {
  const lost = Promise.withResolvers<never>();
  const ticks = { begun: 0, ended: 0 };
  const query = (client: PoolClient, ...asked: [string | QueryConfig, unknown[]?]) => {
    const [statement] = asked;
    const values = typeof statement === 'object' && statement.name === 'tick' && statement.values;
    const opened = values ? values[DELIVERIES] : [];
    const opens = Array.isArray(opened) && opened.length > 0;
    if (opens) ticks.begun += 1;
    if (opens && ticks.begun === number) return lost.promise;
    // What is given is what a connection takes.
    const answer = client.query(...(asked as [string]));
    return opens ? answer.finally(() => (ticks.ended += 1)) : answer;
  };
  const connect = async () => {
    const client = await pool.connect();
    return new Proxy(client, {
      get: (target, name) => {
        if (name === 'query') {
          return (...asked: [string | QueryConfig, unknown[]?]) => query(target, ...asked);
        }
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  const through = new Proxy(pool, {
    get: (target, name) => {
      if (name === 'connect') return connect;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { through, ticks, lose: () => lost.reject(new Error('lost')) };
}

it('spends nothing for a tick that was lost after the rules it went by had changed', async () => {
  const account = await testAccount(database);
  const included = await addAppointments(database, account, people(4));
  await database.engine.query(`update provider set prices = $2 where account_id = $1`, [
    account.id,
    { sms: PRICE },
  ]);
  const policy = await readSendingPolicy(database.engine, account.id);
  const capped = { ...policy, spendingCap: 1 };
  await writeSendingPolicy(database.engine, account.id, capped, systemClock.now());
  const calls: (() => void)[] = [];
  const { double } = carrier(() => new Promise((resolve) => calls.push(() => resolve(taken))), {
    window: 2,
    timeout: 60_000,
  });
  const { through, ticks, lose } = losing(database.ledger, 2);
  const engine = startEngine({ ...database, ledger: through }, systemClock, double);
  const id = await take(database, systemClock, account, {
    audience: { appointments: { includeIds: included }, people: [] },
    content: { sms: { text: 'Hello' } },
  });
  engine.dispatcher.wake();
  const heard = (wanted: number) =>
    waitFor(
      async () => calls.length,
      (n) => n === wanted,
    );
  await heard(2);
  calls[0]?.();
  await waitFor(
    async () => ticks.begun,
    (n) => n === 2,
  );
  // The third tick learns that the rules are others now, while the second is on its way.
  await database.engine.query(
    'update sending_policy set version = version + 1 where account_id = $1',
    [account.id],
  );
  calls[1]?.();
  await waitFor(
    async () => ticks.ended,
    (n) => n === 2,
  );
  lose();
  await heard(4);
  for (const answer of calls) answer();
  await until(database, account.id, id, ({ state }) => state === 'sent');
  await engine.stop();
  const { rows } = await database.engine.query<{ used: number }>(
    `select used from allowance where account_id = $1 and kind = 'spend'`,
    [account.id],
  );
  expect(rows.map(({ used }) => used)).toEqual([4 * PRICE]);
});

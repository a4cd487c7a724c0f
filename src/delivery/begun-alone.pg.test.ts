import type { Pool, QueryConfig } from 'pg';
import { expect, it } from 'vitest';
import { addAppointments } from '../../test/support/appointments.ts';
import { people } from '../../test/support/carrier.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import { systemClock } from '../platform/clock.ts';
import { onConnection } from '../platform/database.ts';
import { unwatched } from './home-watch.ts';
import { claim, dueLanes } from './lane-statements.ts';
import { commitTick } from './tick.ts';

const database = await testDatabase();

/** Connections on which what begins a transaction is canceled, and nothing else. */
function neverBegins(pool: Pool): Pool {
  const connect = () =>
    onConnection(pool, async (client) => ({
      on: () => undefined,
      off: () => undefined,
      release: () => undefined,
      query: (statement: QueryConfig) =>
        client.query(statement.text === 'begin' ? 'select 1 / 0' : statement),
    }));
  // A tick uses no more of a pool.
  return { connect } as unknown as Pool;
}

it('opens nothing where only the begin of a tick was canceled: no door would be held', async () => {
  const account = await testAccount(database);
  await addAppointments(database, account, people(3));
  await take(database, systemClock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello' } },
  });
  const now = systemClock.now();
  const [lane] = await dueLanes(database.engine, now, [], 1);
  if (!lane) throw new Error('there is one');
  const { rows } = await database.engine.query<{ id: string }>(
    `select provider_id as id from channel_provider where account_id = $1 and channel = 'sms'`,
    [account.id],
  );
  const providerId = rows[0]?.id ?? '';
  const held = await claim(database.ledger, lane, providerId, now, 10);
  const tick = {
    ...{ lane, providerId, now, close: [], windowUntil: new Date(now.getTime() + 15_000) },
    policy: await readSendingPolicy(database.engine, account.id),
    open: held.map(({ id, claimId }) => ({ id, claimId, verdict: null })),
  };
  await expect(commitTick(neverBegins(database.ledger), tick, unwatched)).rejects.toThrow('zero');
  const found = await database.engine.query(
    'select state, attempts from delivery where account_id = $1',
    [account.id],
  );
  expect(found.rows).toEqual(held.map(() => ({ state: 'ready', attempts: 0 })));
  const again = await claim(database.ledger, lane, providerId, now, 10);
  const open = again.map(({ id, claimId }) => ({ id, claimId, verdict: null }));
  const { opened } = await commitTick(database.ledger, { ...tick, open }, unwatched);
  expect(opened).toHaveLength(3);
});

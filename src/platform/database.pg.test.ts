import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { connectionBreaker } from '../../test/support/break-connections.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { inTransaction } from './database.ts';

const database = await testDatabase();

it('survives a connection that breaks inside a transaction, and works on with another', async () => {
  const breaker = await connectionBreaker(database);
  const broken = inTransaction(database.ledger, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    expect(await breaker.breakOff(rows.map(({ pid }) => pid))).toBe(1);
    // Between two statements, when nobody waits for an answer, the loss shows as an event alone.
    await sleep(50);
    await client.query('select 1');
  });
  await expect(broken).rejects.toThrow(/not queryable|terminat/);
  const after = await inTransaction(database.ledger, (client) => client.query('select 1 as one'));
  expect(after.rows).toEqual([{ one: 1 }]);
  expect(database.ledger.totalCount).toBe(1);
  await breaker.close();
});

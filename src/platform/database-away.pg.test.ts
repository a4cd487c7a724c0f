import { Client } from 'pg';
import { expect, it } from 'vitest';
import { connectionBreaker } from '../../test/support/break-connections.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { inTransaction } from './database.ts';
import { isDatabaseAway } from './database-away.ts';

const database = await testDatabase();

it('is away: nobody listens, the socket is not there, the connection breaks', async () => {
  const addresses = [
    { host: '127.0.0.1', port: 1 },
    { host: '/nowhere', port: 5432 },
  ];
  for (const address of addresses) {
    expect(isDatabaseAway(await errorOf(new Client(address).connect()))).toBe(true);
  }
  const breaker = await connectionBreaker(database);
  const broken = inTransaction(database.engine, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await breaker.breakOff(rows.map(({ pid }) => pid));
    return client.query('select 1');
  });
  expect(isDatabaseAway(await errorOf(broken))).toBe(true);
  await breaker.close();
});

it('is there: the statement is wrong, or something else is', async () => {
  for (const sql of ['select 1/0', 'select nothing', `insert into account values (null)`]) {
    expect(isDatabaseAway(await errorOf(database.engine.query(sql)))).toBe(false);
  }
  expect(isDatabaseAway(new TypeError('undefined is not a function'))).toBe(false);
  expect(isDatabaseAway(Object.assign(new Error('no file'), { code: 'ENOENT' }))).toBe(false);
});

it('is as good as away without room, which a full disk leaves', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  expect(isDatabaseAway(full)).toBe(true);
});

function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

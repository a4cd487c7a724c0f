import { expect, it } from 'vitest';
import { addPeople } from '../../bench/people.ts';
import { administer } from '../../test/support/break-connections.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { systemClock } from '../platform/clock.ts';

const PEOPLE = 2_000;

const database = await testDatabase();

it('looks each participant up once, of an account that statistics do not know yet', async () => {
  const known = await testAccount(database);
  await addPeople({ database, account: known }, PEOPLE);
  await administer(database, 'analyze');
  const unknown = await testAccount(database);
  await addPeople({ database, account: unknown }, PEOPLE);
  const before = await rowsRead();
  await take(database, systemClock, unknown, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'We are closed.' } },
  });
  expect((await rowsRead()) - before).toBeLessThan(10 * PEOPLE);
});

/** Of participants, through an index or without one, as the connection that took them tells. */
async function rowsRead(): Promise<number> {
  await database.engine.query('select pg_stat_force_next_flush()');
  const { rows } = await database.engine.query<{ n: number }>(
    `select seq_tup_read + idx_tup_fetch as n from pg_stat_user_tables where relname = 'participant'`,
  );
  return rows[0]?.n ?? Number.NaN;
}

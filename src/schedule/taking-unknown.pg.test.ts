import { expect, it } from 'vitest';
import { addPeople } from '../../bench/people.ts';
import { administer } from '../../test/support/break-connections.ts';
import { rowsRead } from '../../test/support/rows-read.ts';
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
  const before = await rowsRead(database.engine, 'participant');
  await take(database, systemClock, unknown, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'We are closed.' } },
  });
  const read = (await rowsRead(database.engine, 'participant')) - before;
  expect(read).toBeGreaterThanOrEqual(PEOPLE);
  expect(read).toBeLessThan(10 * PEOPLE);
});

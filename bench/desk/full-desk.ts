import { readAccount } from '../../src/account/account.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { sqlFile } from '../../src/platform/sql-file.ts';
import { administer } from '../../test/support/break-connections.ts';
import { createDatabase } from '../../test/support/create-database.ts';
import { databaseUrl } from '../../test/support/database-url.ts';
import { take } from '../../test/support/take.ts';
import { requestTo } from '../broadcast.ts';
import type { BenchmarkSetting } from '../setting.ts';
import { type Served, serve } from './served.ts';

const AGENDA = sqlFile(import.meta.url, './agenda.sql');
const CONTACTS = sqlFile(import.meta.url, './contacts.sql');
const OUTCOMES = sqlFile(import.meta.url, './outcomes.sql');
const DAY = 86_400_000;

/** How many appointments the desk has. */
export const APPOINTMENTS = 100_000;

/** A running Headsup whose agenda is full; `calendarIds` in order of their names. */
export type FullDesk = Served & { database: Database; accountId: string; calendarIds: string[] };

/**
 * Makes an installation of its own with 100,000 appointments to come, over half a year and five
 * calendars. Everybody on one calendar has had a text, a part of another will get one.
 */
export async function fullDesk({ postgres, folder }: BenchmarkSetting): Promise<FullDesk> {
  if (!('database' in postgres.address))
    throw new Error('the embedded server is no address of text');
  const address = { ...postgres.address, database: 'desk' };
  await createDatabase(postgres.address, address.database);
  const served = await serve(databaseUrl(address), folder);
  const database = openDatabase(address);
  const { accountId } = served.owner;
  const account = await readAccount(database.engine, accountId);
  await database.engine.query(AGENDA, [account.id, account.timeZone, APPOINTMENTS]);
  await database.engine.query(CONTACTS, [account.id]);
  const { rows } = await database.engine.query<{ id: string }>(
    'select id from calendar where account_id = $1 order by name',
    [account.id],
  );
  const calendarIds = rows.map(({ id }) => id);
  await administer(database, 'vacuum analyze');
  const later = new Date(systemClock.now().getTime() + 20 * DAY);
  const heard = requestTo(calendarIds[1]);
  const sent = await take(database, systemClock, account, heard, later);
  await database.engine.query(OUTCOMES, [account.id, sent]);
  const filter = { calendarId: calendarIds[2], text: 'cleaning' };
  const waiting = { appointments: { filter, excludeIds: [] }, people: [] };
  await take(database, systemClock, account, { ...heard, audience: waiting }, later);
  await administer(database, 'vacuum analyze');
  await administer(database, 'checkpoint');
  const stop = async () => {
    await database.close();
    await served.stop();
  };
  return { ...served, database, accountId, calendarIds, stop };
}

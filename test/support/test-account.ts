import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/platform/database.ts';

/** An account in New York, without providers. */
export async function testAccount(
  database: Database,
): Promise<{ id: string; name: string; country: string; timeZone: string }> {
  const account = {
    id: randomUUID(),
    name: 'Hill Street Clinic',
    country: 'US',
    timeZone: 'America/New_York',
  };
  await database.engine.query(
    'insert into account (id, name, country, time_zone) values ($1, $2, $3, $4)',
    [account.id, account.name, account.country, account.timeZone],
  );
  return account;
}

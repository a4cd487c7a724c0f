import type { Account } from '../../src/account/account.ts';
import { createAccount } from '../../src/account/create-account.ts';
import { asEngine, type Database } from '../../src/platform/database.ts';

/** An account in New York whose channels go to the sandbox. */
export async function testAccount(database: Database): Promise<Account> {
  const facts = { name: 'Hill Street Clinic', country: 'US', timeZone: 'America/New_York' };
  const id = await asEngine(database, (client) =>
    createAccount(client, { ...facts, isSandbox: false }),
  );
  return { id, ...facts };
}

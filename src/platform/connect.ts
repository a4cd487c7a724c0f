import { Client } from 'pg';
import type { DatabaseAddress } from './database.ts';
import { Refusal } from './refusal.ts';

const PATIENCE = 10_000;

/** One connection, to be ended by the caller; throws a Refusal where the server does not let us in. */
export async function connect(address: DatabaseAddress, applicationName: string): Promise<Client> {
  const client = new Client({
    ...address,
    application_name: applicationName,
    connectionTimeoutMillis: PATIENCE,
  });
  try {
    await client.connect();
  } catch (error) {
    // Where a name has several addresses and none answers, Node.js leaves the message empty.
    const { message = '', code = '' } = error as Partial<NodeJS.ErrnoException>;
    throw new Refusal(
      `The PostgreSQL of DATABASE_URL does not let Headsup in (${message || code}): start that server, correct the address, or unset DATABASE_URL to use the PostgreSQL that comes with Headsup.`,
    );
  }
  return client;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** Asks the embedded PostgreSQL of a running Headsup, past its API; the rows of one statement. */
export async function tablesOf<Row extends object>(
  folder: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({
    host: join(folder, 'socket'),
    port: 5432,
    user: 'headsup',
    database: 'headsup',
    password: (await readFile(join(folder, 'postgres.password'), 'utf8')).trim(),
  });
  // It may be killed by the test that asks.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Row>(sql, [...values]);
    return rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

import type { Database } from '../../src/platform/database.ts';

const TABLES = [
  'account',
  'member',
  'sign_in_user',
  'provider',
  'calendar',
  'appointment',
  'participant',
  'broadcast',
  'lane',
  'recipient',
  'delivery',
  'attempt',
  'receipt',
  'exclusion',
  'sandbox_message',
] as const;

/** How many rows each table of an account holds: a request that was refused changes none of them. */
export async function writtenRows(database: Database): Promise<Record<string, number>> {
  const counts = TABLES.map((table) => `(select count(*) from ${table}) as ${table}`);
  const { rows } = await database.engine.query<Record<string, number>>(`select ${counts}`);
  return rows[0] ?? {};
}

import { Client } from 'pg';
import type { Database } from '../../src/platform/database.ts';

/** Breaks off connections to the database from outside, as a failing server or network does. */
export async function connectionBreaker(database: Database): Promise<{
  /** Breaks off these server processes; how many there were. */
  breakOff(pids: readonly number[]): Promise<number>;
  /** Breaks off one connection at work under an `application_name`; false where none is at work. */
  breakOneAtWork(applicationName: string): Promise<boolean>;
  close(): Promise<void>;
}> {
  // As the one who logs in: the roles of the product may not end each other's connections.
  const client = new Client(database.address);
  await client.connect();
  return {
    breakOff: async (pids) =>
      (await client.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids]))
        .rowCount ?? 0,
    breakOneAtWork: async (applicationName) => {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = $1 and state <> 'idle'
          order by random() limit 1`,
        [applicationName],
      );
      return rowCount === 1;
    },
    close: () => client.end(),
  };
}

/** Runs a statement as the one who logs in, who may do what no role of the product may. */
export async function administer(database: Database, sql: string): Promise<void> {
  const client = new Client(database.address);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

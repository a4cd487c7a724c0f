import type { Pool } from 'pg';

/**
 * How many rows of a table this pool's connections have read so far, through an index or without one;
 * what other pools did is counted when they tell the server.
 */
export async function rowsRead(pool: Pool, table: string): Promise<number> {
  // Each connection tells by itself, so each is asked: as many questions at once as there are.
  await Promise.all(
    Array.from({ length: pool.totalCount }, () => pool.query('select pg_stat_force_next_flush()')),
  );
  const { rows } = await pool.query<{ n: number }>(
    'select seq_tup_read + idx_tup_fetch as n from pg_stat_user_tables where relname = $1',
    [table],
  );
  return rows[0]?.n ?? Number.NaN;
}

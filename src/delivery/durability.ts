import type { Sentence } from '../contract/said.ts';
import type { Queryable } from '../platform/database.ts';

/**
 * Why this database may forget what it acknowledged, in a sentence that says what to do; null where
 * it may not. A ledger that forgets sends twice: nothing is sent on such a server.
 */
export async function durabilityProblem(client: Queryable): Promise<Sentence | null> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'`,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    text: /*i18n*/ 'PostgreSQL runs with {setting} off and may forget after a crash what was already sent, so Headsup sends nothing: set {setting} to on and reload the server.',
    values: { setting: row.name },
  };
}

import type { Queryable } from '../platform/database.ts';

/** Forgets what was learned of numbers too long ago; served by number_line_age. */
export async function forgetLines(client: Queryable, now: Date): Promise<void> {
  await client.query('delete from number_line where expires_at <= $1', [now]);
}

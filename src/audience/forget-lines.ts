import type { Queryable } from '../platform/database.ts';

/** Forgets what was learned or asked of numbers too long ago; served by number_line_age and number_lookup_age. */
export async function forgetLines(client: Queryable, now: Date): Promise<void> {
  await client.query('delete from number_line where expires_at <= $1', [now]);
  await client.query('delete from number_lookup where again_at <= $1', [now]);
}

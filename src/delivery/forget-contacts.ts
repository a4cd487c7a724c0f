import type { Queryable } from '../platform/database.ts';

const DAY = 86_400_000;

/** Forgets when addresses were contacted more than a day ago; served by contacted_age. */
export async function forgetContacts(client: Queryable, now: Date): Promise<void> {
  await client.query('delete from contacted where at < $1', [new Date(now.getTime() - DAY)]);
}

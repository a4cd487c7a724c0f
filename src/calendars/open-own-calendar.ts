import { ownCalendar } from '../contract/own-calendar.ts';
import type { Queryable } from '../platform/database.ts';

/**
 * The calendar of what was put into no other, made where there is none yet; returns its id. Where a file
 * was imported under its name, that calendar is it. Served by calendar_own.
 */
export async function openOwnCalendar(client: Queryable, accountId: string): Promise<string> {
  const known = async () => {
    const { rows } = await client.query<{ id: string }>(
      'select id from calendar where account_id = $1 and is_own',
      [accountId],
    );
    return rows[0]?.id;
  };
  const id = await known();
  if (id !== undefined) return id;
  await client.query(
    `insert into calendar (account_id, name, is_own) values ($1, $2, true)
     on conflict (account_id, name) do update set is_own = true`,
    [accountId, ownCalendar],
  );
  const made = await known();
  if (made === undefined) throw new Error('a calendar that was just made is gone');
  return made;
}

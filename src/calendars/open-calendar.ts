import type { Queryable } from '../platform/database.ts';

/**
 * The id of the account's calendar of that name, made if there is none. It stays locked until the
 * transaction ends, so that two imports into it come one after the other.
 */
export async function openCalendar(
  client: Queryable,
  accountId: string,
  name: string,
): Promise<string> {
  await client.query(
    'insert into calendar (account_id, name) values ($1, $2) on conflict (account_id, name) do nothing',
    [accountId, name],
  );
  const { rows } = await client.query<{ id: string }>(
    'select id from calendar where account_id = $1 and name = $2 for update',
    [accountId, name],
  );
  const [calendar] = rows;
  if (!calendar) throw new Error('a calendar that was just made is gone');
  return calendar.id;
}

import type { DeliveryQuery, DeliveryRow } from '../contract/delivery.ts';
import type { Queryable } from '../platform/database.ts';
import { containing } from '../platform/like-pattern.ts';
import { sqlFile } from '../platform/sql-file.ts';

const DELIVERIES = sqlFile(import.meta.url, './sql/deliveries.sql');

type Row = Omit<DeliveryRow, 'alsoFor'> & { key: string; replied: boolean | null };

/** A page of the people of a broadcast, those left out among them, in order of name. */
export async function listDeliveries(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  filter: DeliveryQuery,
): Promise<{ items: DeliveryRow[]; next: string | null }> {
  const [afterName, afterKey] = readCursor(filter.cursor);
  const { rows } = await client.query<Row>(DELIVERIES, [
    accountId,
    broadcastId,
    filter.outcome ?? null,
    filter.channel ?? null,
    filter.text ? containing(filter.text) : null,
    afterName,
    afterKey,
    filter.limit + 1,
    filter.replied ? filter.replied === 'yes' : null,
  ]);
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const others = await namesBehind(client, accountId, page);
  return {
    items: page.map(({ key, replied: _, ...row }) => ({ ...row, alsoFor: others.get(key) ?? [] })),
    next: last && rows.length > filter.limit ? JSON.stringify([last.name, last.key]) : null,
  };
}

/** Names of the participants for whom a delivery stands besides its recipient, by delivery. */
export async function namesBehind(
  client: Queryable,
  accountId: string,
  deliveries: readonly { id: string; name: string; state: string | null }[],
): Promise<Map<string, string[]>> {
  const ids = deliveries.filter((row) => row.state !== null).map((row) => row.id);
  const { rows } = await client.query<{ id: string; names: string[] }>(
    `select s.delivery_id as id, array_agg(distinct p.name order by p.name) as names
       from delivery_subject s
       join participant p on p.account_id = $1 and p.id = s.participant_id
      where s.account_id = $1 and s.delivery_id = any ($2::uuid[])
      group by s.delivery_id`,
    [accountId, ids],
  );
  const own = new Map(deliveries.map((row) => [row.id, row.name]));
  return new Map(
    rows.map(({ id, names }) => [id, names.filter((name) => name !== '' && name !== own.get(id))]),
  );
}

function readCursor(cursor: string | undefined): [string | null, string | null] {
  try {
    const parsed: unknown = cursor === undefined ? null : JSON.parse(cursor);
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string') {
      return [parsed[0].replaceAll('\0', ''), parsed[1].replaceAll('\0', '')];
    }
  } catch {
    // A cursor that was tampered with begins at the beginning.
  }
  return [null, null];
}

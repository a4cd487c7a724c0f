import type { Queryable } from '../platform/database.ts';
import { numberFacts } from '../platform/number-facts.ts';
import { zonesByPlan } from './number-zones.ts';

const BATCH = 2_000;

/**
 * Looks up what the numbering plans say of a bounded number of contacts' phones that were stored
 * without it; false when none is left. Served by contact_address_unknown.
 */
export async function fillContactNumbers(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ accountId: string; id: string; phone: string }>(
    `select account_id as "accountId", id, address as phone from contact_address
      where kind = 'phone' and phone_line is null
      order by account_id, id limit $1 for update skip locked`,
    [BATCH],
  );
  const found = rows.map(({ accountId, id, phone }) => ({
    accountId,
    id,
    line: numberFacts(phone).line,
    zones: zonesByPlan(phone),
  }));
  await client.query(
    `update contact_address d set phone_line = f.line, phone_zones = f.zones
       from jsonb_to_recordset($1) as f ("accountId" uuid, id uuid, line line_type, zones text[])
      where d.account_id = f."accountId" and d.id = f.id`,
    [JSON.stringify(found)],
  );
  return rows.length === BATCH;
}

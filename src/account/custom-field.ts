import type { Queryable } from '../platform/database.ts';

/** Whose fields they are: of appointments, or of people. */
type FieldScope = 'event' | 'participant';

/** A field that a calendar or an address book brought along. */
export type CustomField = { scope: FieldScope; key: string; label: string };

/** More keys than this are no fields but accidents; later ones are not noted and cannot be named. */
const MOST = 500;

/**
 * Notes the keys of fields of calendars that were just stored, with their labels; known ones stay as they
 * are. Those of contacts are noted by the database itself (note_contact_fields).
 */
export async function noteEventFields(
  client: Queryable,
  accountId: string,
  labels: ReadonlyMap<string, string>,
): Promise<void> {
  if (labels.size === 0) return;
  await client.query(
    `insert into custom_field (account_id, scope, key, label)
     select $1, 'event', f.key, f.label
       from unnest($2::text[], $3::text[]) f (key, label)
      where not exists (select from custom_field known
                         where known.account_id = $1 and known.scope = 'event' and known.key = f.key)
      order by f.key
      limit greatest(0, $4 - (select count(*) from custom_field where account_id = $1 and scope = 'event'))
     on conflict do nothing`,
    [accountId, [...labels.keys()], [...labels.values()], MOST],
  );
}

/** The custom fields that an account's texts may name, by key. */
export async function readCustomFields(
  client: Queryable,
  accountId: string,
): Promise<CustomField[]> {
  const { rows } = await client.query<CustomField>(
    `select distinct on (scope, key) scope, key, label
       from custom_field where account_id = $1 order by scope, key, created_at, label`,
    [accountId],
  );
  return rows;
}

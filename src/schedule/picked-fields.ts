import { candidates, type Selection } from '../audience/candidates.ts';
import type { RecipientFields } from '../message/recipient-fields.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';

const FIELDS = sqlFile(import.meta.url, './sql/picked-fields.sql');
/** Where candidates.sql has people who were typed in begin. */
const TYPED_FROM = 1_500_000_000;

/** A candidate of a selection. */
export type Picked = { appointment_id: string | null; position: number; person_key: string };

/**
 * The fields of a few candidates, in their order; undefined for one that was taken away since it was
 * picked. So nobody builds the fields of a hundred thousand to look at a few.
 */
export async function pickedFields(
  client: Queryable,
  selection: Selection,
  picked: readonly Picked[],
): Promise<(RecipientFields | undefined)[]> {
  const statement = new Statement();
  const expressions = candidates(statement, narrowed(selection, picked), { withFields: true });
  const places = picked.map((one, place) => ({ ...one, place }));
  const sql = fillSql(FIELDS, { picked: statement.add(JSON.stringify(places), 'jsonb') });
  const { rows } = await client.query<{ place: number; fields: RecipientFields }>(
    `with ${expressions} ${sql}`,
    statement.values,
  );
  const found = new Map(rows.map(({ place, fields }) => [place, fields]));
  return picked.map((_, place) => found.get(place));
}

/** Those typed in stay all: they are few, and have their positions among each other. */
function narrowed(selection: Selection, picked: readonly Picked[]): Selection {
  const appointments = picked.flatMap(({ appointment_id }) => appointment_id ?? []);
  const contacts = picked.filter(isChosen).map(({ person_key }) => person_key.split(':')[1] ?? '');
  return {
    ...selection,
    appointments: { includeIds: [...new Set(appointments)] },
    contacts: [{ includeIds: contacts }],
    recipients: null,
  };
}

/** Whether it was chosen from the address book: its key is then `contact:` and its id. */
function isChosen({ appointment_id, position }: Picked): boolean {
  return appointment_id === null && position < TYPED_FROM;
}

import type {
  ContactImport,
  ContactImportError,
  ContactImportList,
} from '../../contract/contact-import.ts';
import type { Said } from '../../contract/said.ts';
import type { Queryable } from '../../platform/database.ts';

const SHOWN_ERRORS = 20;

type Row = Omit<ContactImport, 'columns' | 'errors'> & {
  columns: string[];
  samples: string[][];
  mapping: string[];
};

/** A page of imports, newest first; the cursor is the id of the last one (ids are ordered by time). */
export async function listImports(
  client: Queryable,
  accountId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ContactImportList> {
  const rows = await select(client, accountId, null, idOf(cursor), limit + 1);
  const items = rows
    .slice(0, limit)
    .map(({ columns: _, samples: __, mapping: ___, ...row }) => row);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One import with its columns and the first errors; null where the account has none of that id. */
export async function readImport(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<ContactImport | null> {
  const [row] = await select(client, accountId, id, null, 1);
  if (!row) return null;
  const { columns, samples, mapping, ...rest } = row;
  const { items } = await listErrors(client, accountId, id, { limit: SHOWN_ERRORS });
  return {
    ...rest,
    columns: columns.map((header, at) => ({
      header,
      samples: samples[at] ?? [],
      target: mapping[at] ?? 'ignore',
    })),
    errors: items,
  };
}

/** What is wrong with rows, in the order of the file. Served by the primary key. */
export async function listErrors(
  client: Queryable,
  accountId: string,
  id: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ContactImportError[]; next: string | null }> {
  const [position, place] = placeOf(cursor);
  const { rows } = await client.query<
    Omit<ContactImportError, 'said'> & { said: Said | null; position: number; place: number }
  >(
    `select position, place, line, column_name as "column", value, message, said from contact_import_error
      where account_id = $1 and import_id = $2 and (position, place) > ($3::int, $4::int)
      order by position, place limit $5`,
    [accountId, id, position, place, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ position: _, place: __, said, ...error }) => ({
      ...error,
      ...(said === null ? {} : { said }),
    })),
    next: last && rows.length > limit ? `${last.position}.${last.place}` : null,
  };
}

/** Served by the primary key. */
async function select(
  client: Queryable,
  accountId: string,
  id: string | null,
  before: string | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select id, file_name as "fileName", format, state, iso(created_at) as "createdAt", created_by as "createdBy",
            columns, samples, mapping, error_count as "errorCount",
            json_build_object(
              'step', case state when 'checking' then step::text
                                 when 'reading' then 'reading' when 'writing' then 'writing'
                                 when 'matching' then 'matching' else 'over' end,
              'done', done, 'of', row_count) as progress,
            json_build_object('created', created_count, 'updated', updated_count, 'unchanged', unchanged_count,
                              'joined', joined_count, 'refused', refused_count) as counts
       from contact_import
      where account_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [accountId, id, before, limit],
  );
  return rows;
}

/** A cursor that is none of ours begins at the start, as in every list. */
function idOf(cursor: string | undefined): string | null {
  return cursor !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(cursor)
    ? cursor
    : null;
}

function placeOf(cursor: string | undefined): [position: number, place: number] {
  const [, position = '0', place = '0'] = /^(\d{1,9})\.(\d{1,4})$/.exec(cursor ?? '') ?? [];
  return cursor === undefined || position === '0' ? [0, -1] : [Number(position), Number(place)];
}

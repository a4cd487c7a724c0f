import type { Template, TemplateRequest } from '../contract/template.ts';
import type { Queryable } from '../platform/database.ts';

/** Saved by hand, so that one page holds them all. */
const MOST = 500;

const COLUMNS = `id, name, content, created_by as "createdBy", iso(created_at) as "createdAt",
  changed_by as "changedBy", iso(changed_at) as "changedAt"`;

/** Whether it was saved; taken: another has the name, in whatever case. full: there are 500 already. */
export type Saved = { saved: Template } | { refused: 'taken' | 'full' | 'missing' };

/** All templates of an account by name. Served by template_name. */
export async function listTemplates(client: Queryable, accountId: string): Promise<Template[]> {
  const { rows } = await client.query<Template>(
    `select ${COLUMNS} from template where account_id = $1 order by lower(name)`,
    [accountId],
  );
  return rows;
}

/** Saves a new one. */
export async function createTemplate(
  client: Queryable,
  accountId: string,
  { name, content }: TemplateRequest,
  by: { name: string; at: Date },
): Promise<Saved> {
  await takeTurns(client, accountId);
  const { rows: counted } = await client.query<{ full: boolean }>(
    'select count(*) >= $2 as full from template where account_id = $1',
    [accountId, MOST],
  );
  if (counted[0]?.full) return { refused: 'full' };
  const { rows } = await client.query<Template>(
    `insert into template (account_id, name, content, created_by, created_at, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $4, $5)
     on conflict (account_id, lower(name)) do nothing
     returning ${COLUMNS}`,
    [accountId, name, JSON.stringify(content), by.name, by.at],
  );
  return rows[0] ? { saved: rows[0] } : { refused: 'taken' };
}

/** Writes name and texts anew; what was inserted from it before stays as it is. */
export async function changeTemplate(
  client: Queryable,
  accountId: string,
  id: string,
  { name, content }: TemplateRequest,
  by: { name: string; at: Date },
): Promise<Saved> {
  await takeTurns(client, accountId);
  const { rows } = await client.query<Template>(
    `update template t set name = $3, content = $4, changed_by = $5, changed_at = $6
      where t.account_id = $1 and t.id = $2
        and not exists (select from template other
                         where other.account_id = $1 and other.id <> $2 and lower(other.name) = lower($3))
     returning ${COLUMNS}`,
    [accountId, id, name, JSON.stringify(content), by.name, by.at],
  );
  if (rows[0]) return { saved: rows[0] };
  const { rowCount } = await client.query(
    'select from template where account_id = $1 and id = $2',
    [accountId, id],
  );
  return { refused: rowCount === 0 ? 'missing' : 'taken' };
}

/** Whether there was one of that id. */
export async function deleteTemplate(
  client: Queryable,
  accountId: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'delete from template where account_id = $1 and id = $2',
    [accountId, id],
  );
  return rowCount === 1;
}

/** Two that take the same name at once wait for each other here, not at the index, which would throw. */
async function takeTurns(client: Queryable, accountId: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('template ' || $1, 0))`, [
    accountId,
  ]);
}

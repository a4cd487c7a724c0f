import { candidates } from '../audience/candidates.ts';
import type { Plan } from '../contract/plan.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import type { Composed } from './selection.ts';

const CALLS = sqlFile(import.meta.url, './sql/plan-call-only.sql');

/** How many calls may come of texts to numbers of which nobody knows yet whether they take them. */
export async function planCallOnly(
  client: Queryable,
  { selection, callOnly }: Composed,
): Promise<Plan['callOnly']> {
  if (!callOnly) return null;
  const statement = new Statement();
  const channels = selection.channels.filter(({ channel }) => channel !== 'email');
  const expressions = candidates(statement, { ...selection, channels, withoutTexts: 'texted' });
  const { rows } = await client.query<{ upTo: number }>(
    `with ${expressions} ${CALLS}`,
    statement.values,
  );
  return { upTo: rows[0]?.upTo ?? 0 };
}

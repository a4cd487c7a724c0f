import { candidates, type Selection } from '../audience/candidates.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';

const LINES = sqlFile(import.meta.url, './sql/line-facts.sql');

/** The start of a statement over `pair` and `line`: what is known of the numbers of text and call. */
export function lineFacts(statement: Statement, selection: Selection): string {
  const channels = selection.channels.filter(({ channel }) => channel !== 'email');
  const expressions = candidates(statement, { ...selection, channels, withoutTexts: 'texted' });
  const facts = fillSql(LINES, {
    account: statement.add(selection.account.id, 'uuid'),
    now: statement.add(selection.at, 'timestamptz'),
  });
  return `with ${expressions} ${facts}`;
}

/** Numbers of an audience of text and call that may be landlines or mobiles, and may be looked up now. */
export async function unknownNumbers(
  client: Queryable,
  selection: Selection,
  atMost: number,
): Promise<string[]> {
  const statement = new Statement();
  const facts = lineFacts(statement, selection);
  const limit = statement.add(atMost, 'int');
  const { rows } = await client.query<{ number: string }>(
    `${facts} select number from line where is_unknown and state is null order by number limit ${limit}`,
    statement.values,
  );
  return rows.map(({ number }) => number);
}

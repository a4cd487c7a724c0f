import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { candidates, type Selection } from './candidates.ts';

/**
 * The distinct zones of an audience, in order: for each person where they may be, the likeliest first.
 */
export async function audienceZones(
  client: Queryable,
  selection: Selection,
): Promise<(readonly string[])[]> {
  const statement = new Statement();
  const expressions = candidates(statement, selection);
  const { rows } = await client.query<{ zones: string[] }>(
    `with ${expressions} select distinct time_zone || other_time_zones as zones from person order by zones`,
    statement.values,
  );
  return rows.map(({ zones }) => zones);
}

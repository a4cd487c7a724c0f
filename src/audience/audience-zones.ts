import type { Queryable } from '../platform/database.ts';
import { Statement } from '../platform/statement.ts';
import { candidates, type Selection } from './candidates.ts';

/**
 * The distinct zones of an audience: for each person or appointment where its people may be, the
 * likeliest first.
 */
export async function audienceZones(
  client: Queryable,
  selection: Selection,
): Promise<(readonly string[])[]> {
  const statement = new Statement();
  const expressions = candidates(statement, selection);
  const { rows } = await client.query<{ zone: string }>(
    `with ${expressions} select distinct time_zone as zone from ticked`,
    statement.values,
  );
  return [...rows.map(({ zone }) => [zone]), ...selection.people.map((person) => person.timeZones)];
}

import type { KnownNumber } from '../contract/known-number.ts';
import type { Queryable } from '../platform/database.ts';
import { numberFacts } from '../platform/number-facts.ts';
import { sqlFile } from '../platform/sql-file.ts';

const KNOWN = sqlFile(import.meta.url, './sql/known-numbers.sql');

/** What is known of numbers in E.164, from where and since when. */
export async function knownNumbers(
  client: Queryable,
  accountId: string,
  numbers: readonly string[],
  now: Date,
): Promise<KnownNumber[]> {
  const lines = numbers.map((number) => numberFacts(number).line);
  const { rows } = await client.query<KnownNumber>(KNOWN, [accountId, numbers, lines, now]);
  return rows;
}

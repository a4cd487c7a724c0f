import type { Queryable } from '../../platform/database.ts';
import { blanker } from './blank-text.ts';
import { coarse, mentions } from './mentions.ts';
import type { Traces } from './traces.ts';

/** What others wrote, and what was noted of their refusals: texts beside addresses that stay. */
const PLACES = [
  { table: 'inbound', column: 'text', key: ['id'] },
  { table: 'suppression', column: 'note', key: ['channel', 'address'] },
] as const;

/**
 * Blanks a person in what others answered and in the notes on others' refusals, by the full names and addresses
 * that nobody else has. Consent of others is evidence that nothing may change. Their own answers are gone by then, and the proposals that hang on them.
 * Reads the account's rows of each table, by the beginning of its primary key.
 */
export async function eraseFromAnswers(
  client: Queryable,
  accountId: string,
  { ownNames, ownAddresses }: Traces,
): Promise<void> {
  if (ownNames.length + ownAddresses.length === 0) return;
  const blank = blanker(ownNames, ownAddresses);
  for (const { table, column, key } of PLACES) {
    const { rows } = await client.query<{ said: string; key: string[] }>(
      `select t.${column} as said, array[${key.map((part) => `t.${part}::text`).join(', ')}] as key
         from ${table} t where t.account_id = $1 and ${mentions(`t.${column}`, 2)} for no key update`,
      [accountId, ...coarse(ownNames, ownAddresses)],
    );
    for (const { said, key: values } of rows) {
      const now = blank(said);
      if (now === said) continue;
      const isIt = key.map((part, at) => `t.${part}::text = $${at + 3}`).join(' and ');
      await client.query(
        `update ${table} t set ${column} = $2 where t.account_id = $1 and ${isIt}`,
        [accountId, now, ...values],
      );
    }
  }
}

import type { Account } from '../account/account.ts';
import type { Plan } from '../contract/plan.ts';
import type { SendingPolicy } from '../contract/sending-policy.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { lookupsToday } from './lookups-today.ts';
import type { Composed } from './selection.ts';
import { lineFacts } from './unknown-numbers.ts';

const CALLS = sqlFile(import.meta.url, './sql/plan-call-only.sql');

type Lines = { upTo: number; unknown: number; answered: number; unanswered: number };

/**
 * How many calls may come of texts to numbers of which nobody knows yet whether they take them, and what
 * it would cost to ask. Nobody is asked here.
 */
export async function planCallOnly(
  client: Queryable,
  account: Account,
  policy: SendingPolicy,
  { selection, callOnly, lookupOffer }: Composed,
  now: Date,
): Promise<Plan['callOnly']> {
  if (!callOnly) return null;
  const statement = new Statement();
  const facts = lineFacts(statement, selection);
  const { rows } = await client.query<Lines>(`${facts} ${CALLS}`, statement.values);
  const [lines] = rows;
  if (!lines) throw new Error('plan-call-only.sql returns one row');
  const { upTo, ...numbers } = lines;
  if (!lookupOffer) return { upTo, lookups: null };
  const { provider, price } = lookupOffer;
  const { leftToday } = await lookupsToday(client, account, policy, price, now);
  const amount = Math.min(numbers.unknown, leftToday) * price.amount;
  return {
    upTo,
    lookups: {
      ...numbers,
      provider,
      price,
      cost: { ...price, amount: Math.round(amount * 1e6) / 1e6 },
      leftToday,
      whenSent: policy.looksUp,
    },
  };
}

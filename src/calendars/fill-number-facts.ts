import type { Queryable } from '../platform/database.ts';
import { numberFacts } from '../platform/number-facts.ts';

const BATCH = 2_000;

/**
 * Looks up the numbers of a bounded number of participants who were stored before what
 * is kept of their numbers now was; false when none is left. Served by participant_unknown_number.
 */
export async function fillNumberFacts(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ accountId: string; id: string; phone: string }>(
    `select account_id as "accountId", id, phone from participant
      where phone is not null and phone_line is null
      order by account_id, id limit $1 for update skip locked`,
    [BATCH],
  );
  const facts = rows.map(({ phone }) => numberFacts(phone));
  await client.query(
    `update participant p set phone_country = f.country, phone_is_premium = f.premium, phone_line = f.line
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::line_type[])
         as f (account_id, id, country, premium, line)
      where p.account_id = f.account_id and p.id = f.id`,
    [
      rows.map(({ accountId }) => accountId),
      rows.map(({ id }) => id),
      facts.map(({ country }) => country),
      facts.map(({ isPremium }) => isPremium),
      facts.map(({ line }) => line),
    ],
  );
  return rows.length === BATCH;
}

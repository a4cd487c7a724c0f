import type { Queryable } from '../platform/database.ts';

/**
 * What a person has to know after the ledger was set back, in a sentence; null where it never was, or
 * nothing is left in doubt by it. Crosses accounts, but looks only at what is under way, and only then.
 */
export async function gapNotice(client: Queryable): Promise<string | null> {
  const { rows } = await client.query<{ until: Date }>(
    `select max(until) as until from ledger_gap
     having count(*) > 0
        and (exists (select from delivery where state = 'uncertain' and failure = 'ledger_restored')
             or exists (select from lane l
                         where l.gap_until is not null
                           and exists (select from delivery d
                                        where d.account_id = l.account_id and d.lane_id = l.id and d.state = 'ready'
                                          and d.not_before < l.gap_until)))`,
  );
  const [row] = rows;
  if (!row) return null;
  return `The database was restored, failed over or set back in time: what was due before ${row.until.toISOString()} and is not known to have gone out is shown as not sure; open those messages, and send them again or write them off.`;
}

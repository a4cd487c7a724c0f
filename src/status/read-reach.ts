import { formerRecipients } from '../audience/former-recipients.ts';
import type { PersonOutcome } from '../contract/audience.ts';
import type { Reach } from '../contract/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';

const REACH = sqlFile(import.meta.url, './sql/reach.sql');

const NOBODY: Reach['people'] = {
  reached: 0,
  under_way: 0,
  not_sure: 0,
  reached_later: 0,
  under_way_later: 0,
  not_reached: 0,
};

type Row = { people: Partial<Record<PersonOutcome, number>>; missed: Reach['missed'] };

/** What became of the people of a broadcast; counted, as nobody keeps it: not for a page that asks all the time. */
export async function readReach(
  client: Queryable,
  accountId: string,
  broadcastId: string,
): Promise<Reach> {
  const statement = new Statement();
  const former = formerRecipients(statement, accountId, broadcastId);
  const counts = fillSql(REACH, {
    account: statement.add(accountId, 'uuid'),
    broadcast: statement.add(broadcastId, 'uuid'),
  });
  const { rows } = await client.query<Row>(`with ${former} ${counts}`, statement.values);
  const [row] = rows;
  if (!row) throw new Error('reach.sql returns one row');
  return {
    people: { ...NOBODY, ...row.people },
    missed: row.missed,
  };
}

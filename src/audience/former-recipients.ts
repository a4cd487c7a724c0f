import type { FormerRecipients } from '../contract/audience.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import type { Statement } from '../platform/statement.ts';

const FORMER = sqlFile(import.meta.url, './sql/former-recipients.sql');
const MEANT = sqlFile(import.meta.url, './sql/meant-recipients.sql');

/** Recipients of an earlier broadcast. `typed`: ids of those among them who are named as they were typed in. */
export type MeantRecipients = FormerRecipients & { typed: readonly string[] };

/** The expression `former`: each recipient of a broadcast with what became of them. */
export function formerRecipients(
  statement: Statement,
  accountId: string,
  broadcastId: string,
): string {
  return fillSql(FORMER, {
    account: statement.add(accountId, 'uuid'),
    broadcast: statement.add(broadcastId, 'uuid'),
  });
}

/** The expressions `former_participant` and `former_contact`: as whom the recipients are named who are meant. */
export function meantRecipients(
  statement: Statement,
  accountId: string,
  { broadcastId, outcomes, typed }: MeantRecipients,
): string {
  const meant = fillSql(MEANT, {
    account: statement.add(accountId, 'uuid'),
    broadcast: statement.add(broadcastId, 'uuid'),
    outcomes: statement.add(outcomes, 'text[]'),
    typed: statement.add(typed, 'uuid[]'),
  });
  return `${formerRecipients(statement, accountId, broadcastId)}${meant}`;
}

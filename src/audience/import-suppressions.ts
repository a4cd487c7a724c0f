import type { Account } from '../account/account.ts';
import type { SuppressionImport } from '../contract/suppression.ts';
import type { Clock } from '../platform/clock.ts';
import { asAccount, type Database } from '../platform/database.ts';
import { spoken } from '../platform/english.ts';
import { suppressMany } from './suppress.ts';
import { suppressionRows } from './suppression-rows.ts';

/** Addresses a transaction: the door is shut for a moment each, and sending goes on between. */
const BATCH = 1_000;
const SHOWN_PROBLEMS = 200;

type Batch = Parameters<typeof suppressMany>[3] & {
  entries: { address: string; note: string }[];
};

/**
 * Puts an uploaded list on ours, line by line in batches; what is on it already, for the same reason or a
 * graver one, stays as it is, so that the same file again changes nothing.
 */
export async function importSuppressions(
  database: Database,
  clock: Clock,
  account: Account,
  text: string,
  recordedBy: string,
): Promise<SuppressionImport> {
  const report: SuppressionImport = { added: 0, known: 0, unreadable: 0, problems: [] };
  const batches = new Map<string, Batch>();
  const write = async (batch: Batch) => {
    const added = await asAccount(database, account.id, (client) =>
      suppressMany(client, clock, account.id, batch),
    );
    report.added += added;
    report.known += batch.entries.length - added;
    batch.entries = [];
  };
  for (const row of suppressionRows(text, account)) {
    if ('problem' in row) {
      report.unreadable += 1;
      if (report.problems.length < SHOWN_PROBLEMS) {
        report.problems.push({ line: row.line, ...spoken(row.problem) });
      }
      continue;
    }
    const { channel, reason, address, note } = row;
    const key = `${channel} ${reason}`;
    const batch = batches.get(key) ?? { channel, reason, recordedBy, entries: [] };
    batches.set(key, batch);
    batch.entries.push({ address, note });
    if (batch.entries.length === BATCH) await write(batch);
  }
  for (const batch of batches.values()) if (batch.entries.length > 0) await write(batch);
  return report;
}

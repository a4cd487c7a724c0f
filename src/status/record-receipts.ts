import type { Pool } from 'pg';
import { restFallbacks } from '../delivery/lane-statements.ts';
import type { Clock } from '../platform/clock.ts';
import { give } from '../platform/signals.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { storableText } from '../platform/storable-text.ts';
import type { Receipt, ReceiptSink } from '../providers/provider.ts';

const RECORD = sqlFile(import.meta.url, './sql/record-receipts.sql');

/** Characters kept of a provider's id of a message (as in tick.ts), of its code, and of its words. */
const LONGEST_REF = 500;
const LONGEST_CODE = 100;
const LONGEST_ANSWER = 1_000;

/**
 * What came of receipts: broadcasts that moved, and of these the ones whose fallbacks wait for fewer
 * now; whether somebody is to be tried again or another way; places of those that are of no attempt.
 */
type Recorded = { moved: string[]; resting: string[]; hasWork: boolean; nameless: number[] };

/**
 * Where providers hand their receipts. One that names no attempt of its account is dropped: it
 * belongs to a ledger that was lost, or to nobody. One that names only the provider's own id, which no
 * attempt has, is handed back as early. `changed` is told which broadcasts moved.
 */
export function receiptSink(
  pool: Pool,
  clock: Clock,
  changed: (accountId: string, broadcastId: string) => void,
): ReceiptSink {
  return async (receipts) => {
    const early: Receipt[] = [];
    for (const [accountId, own] of byAccount(receipts)) {
      const { moved, resting, hasWork, nameless } = await record(pool, clock.now(), accountId, own);
      for (const id of resting) await restFallbacks(pool, accountId, [id], clock.now());
      if (hasWork || resting.length > 0) await give(pool, { topic: 'work' });
      for (const broadcastId of moved) changed(accountId, broadcastId);
      early.push(...nameless.flatMap((place) => own[place - 1] ?? []).filter(isEarly));
    }
    return { early };
  };
}

async function record(
  pool: Pool,
  now: Date,
  accountId: string,
  receipts: readonly Receipt[],
): Promise<Recorded> {
  const { rows } = await pool.query<Recorded>({
    name: 'record-receipts',
    text: RECORD,
    values: [
      accountId,
      now,
      receipts.map((receipt) => receipt.reference),
      receipts.map((receipt) => receipt.state),
      receipts.map((receipt) => receipt.reason),
      receipts.map((receipt) => storableText(receipt.code, LONGEST_CODE)),
      receipts.map((receipt) => storableText(receipt.answer, LONGEST_ANSWER)),
      receipts.map((receipt) => receipt.answeredBy),
      receipts.map((receipt) => receipt.occurredAt),
      receipts.map((receipt) => receipt.own?.providerId ?? null),
      receipts.map((receipt) => storableText(receipt.own?.ref ?? null, LONGEST_REF)),
    ],
  });
  return rows[0] ?? { moved: [], resting: [], hasWork: false, nameless: [] };
}

/** One with our reference is of a lost ledger: to give it again would not help. */
function isEarly(receipt: Receipt): boolean {
  return receipt.reference === null && receipt.own !== undefined;
}

function byAccount(receipts: readonly Receipt[]): Map<string, Receipt[]> {
  return Map.groupBy(receipts, (receipt) => receipt.accountId);
}

import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { storableText } from '../platform/storable-text.ts';
import type { Receipt, ReceiptSink } from '../providers/provider.ts';

const RECORD = sqlFile(import.meta.url, './sql/record-receipts.sql');

/** Characters kept of a provider's code, and of its words. */
const LONGEST_CODE = 100;
const LONGEST_ANSWER = 1_000;

/**
 * Where providers hand their receipts. One that names no attempt of its account is dropped: it
 * belongs to a database that was restored, or to nobody. `changed` is told which broadcasts moved.
 */
export function receiptSink(
  pool: Pool,
  clock: Clock,
  changed: (accountId: string, broadcastId: string) => void,
): ReceiptSink {
  return async (receipts) => {
    for (const [accountId, own] of byAccount(receipts)) {
      const attempts = own.map((receipt) => receipt.reference);
      const { rows } = await pool.query<{ broadcastId: string }>({
        name: 'record-receipts',
        text: RECORD,
        values: [
          accountId,
          clock.now(),
          attempts,
          own.map((receipt) => receipt.state),
          own.map((receipt) => receipt.reason),
          own.map((receipt) => storableText(receipt.code, LONGEST_CODE)),
          own.map((receipt) => storableText(receipt.answer, LONGEST_ANSWER)),
          own.map((receipt) => receipt.answeredBy),
          own.map((receipt) => receipt.occurredAt),
        ],
      });
      for (const { broadcastId } of rows) changed(accountId, broadcastId);
    }
  };
}

function byAccount(receipts: readonly Receipt[]): Map<string, Receipt[]> {
  return Map.groupBy(receipts, (receipt) => receipt.accountId);
}

import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import { sqlFile } from '../platform/sql-file.ts';
import type { Receipt, ReceiptSink } from '../providers/provider.ts';

const RECORD = sqlFile(import.meta.url, './sql/record-receipts.sql');

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
          own.map((receipt) => receipt.code),
          own.map((receipt) => receipt.answer),
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

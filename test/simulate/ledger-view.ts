import type { DeliveryState } from '../../src/contract/outcome.ts';
import type { Queryable } from '../../src/platform/database.ts';
import { sqlFile } from '../../src/platform/sql-file.ts';

const VIEW = sqlFile(import.meta.url, './ledger-view.sql');

export type DeliveryView = {
  id: string;
  broadcast: string;
  lane: string;
  address: string;
  state: DeliveryState;
  claim: string | null;
  attempts: number;
  failure: string | null;
  notBefore: number;
  leaseUntil: number | null;
  /** All its appointments were cancelled. */
  isCancelled: boolean;
};

export type AttemptView = {
  id: string;
  delivery: string;
  number: number;
  state: 'submitting' | 'accepted' | 'rejected' | 'uncertain' | 'written_off';
  openedAt: number;
  settleAt: number | null;
};

export type LaneView = {
  id: string;
  broadcast: string;
  isPaused: boolean;
  isCanceled: boolean;
  wakeAt: number | null;
};

/** An account's ledger at one moment, as everybody sees it who looks then. */
export type LedgerView = {
  deliveries: readonly DeliveryView[];
  attempts: readonly AttemptView[];
  lanes: readonly LaneView[];
  broadcasts: readonly {
    id: string;
    state: string;
    isFinished: boolean;
    expiresAt: number;
  }[];
  suppressed: readonly string[];
  /** The kept counts without zeros. */
  kept: Readonly<Record<string, number>>;
};

/** Reads the ledger of an account. */
export async function viewLedger(client: Queryable, accountId: string): Promise<LedgerView> {
  const query = { name: 'ledger-view', text: VIEW, values: [accountId] };
  const { rows } = await client.query<LedgerView>(query);
  const [view] = rows;
  if (!view) throw new Error('the statement returns one row');
  return view;
}

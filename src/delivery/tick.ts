import type { PoolClient } from 'pg';
import { doorLock } from '../account/door-lock.ts';
import { inTransaction } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { storableText } from '../platform/storable-text.ts';
import type { Answer } from './answer.ts';
import type { DueLane, OpenedAttempt } from './lane.ts';

const TICK = sqlFile(import.meta.url, './sql/tick.sql');

/** Characters kept of a provider's id of a message, of its code, and of its words. */
const LONGEST_REF = 500;
const LONGEST_CODE = 100;
const LONGEST_ANSWER = 1_000;

/** What one tick does: close what was answered, open what comes next. */
export type Tick = {
  lane: DueLane;
  /** Who is called for what is opened; null where nothing is. */
  providerId: string | null;
  now: Date;
  claimId: string;
  /** When an attempt opened now is given up on. */
  windowUntil: Date;
  /** Deliveries under the claim. */
  open: readonly string[];
  close: readonly Answer[];
};

/**
 * Commits a tick and returns the attempts that were opened: fewer than asked for where the door was
 * shut on some. Only after this may a provider be called for them.
 */
export function commitTick(
  pool: Parameters<typeof inTransaction>[0],
  tick: Tick,
): Promise<OpenedAttempt[]> {
  return inTransaction(pool, async (client) => {
    await client.query(doorLock(tick.lane.accountId, 'open'));
    return runTick(client, tick);
  });
}

async function runTick(client: PoolClient, tick: Tick): Promise<OpenedAttempt[]> {
  const { lane, close } = tick;
  const { rows } = await client.query<OpenedAttempt>({
    name: 'tick',
    text: TICK,
    values: [
      lane.accountId,
      lane.id,
      tick.providerId,
      tick.now,
      tick.claimId,
      tick.windowUntil,
      tick.open,
      close.map((a) => a.attempt.attemptId),
      close.map((a) => a.attempt.deliveryId),
      close.map((a) => a.outcome),
      close.map((a) => storableText(a.providerRef, LONGEST_REF)),
      close.map((a) => a.reason),
      close.map((a) => storableText(a.code, LONGEST_CODE)),
      close.map((a) => storableText(a.answer, LONGEST_ANSWER)),
      close.map((a) => a.retryAt),
      close.map((a) => a.settleAt),
    ],
  });
  return rows;
}

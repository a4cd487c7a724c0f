import { createHash } from 'node:crypto';
import type { Queryable } from '../platform/database.ts';

/** Any number, the same in every process; it keeps these locks apart from others. */
const CLASS = 7_316_209;

/**
 * The lock at the door of an account (rule 3 of ARCHITECTURE): opening attempts holds it shared,
 * STOP, pause, cancel and an import that cancels appointments hold it alone. Once one of these has committed, no attempt is opened that
 * did not see it. Must be a statement of its own, before those that depend on it: their snapshot
 * is then taken after the lock was won.
 */
export function doorLock(accountId: string, mode: 'open' | 'shut'): string {
  const shared = mode === 'open' ? '_shared' : '';
  return `select pg_advisory_xact_lock${shared}(${CLASS}, ${keyOf(accountId)})`;
}

/**
 * A select that opens the door, to which other columns may be added: its three values are of doorKey. For the
 * rest of the transaction `headsup.door` says whose it is: whoever needs it finds out that there is none where
 * the statement before, `begin`, was canceled alone.
 */
export const OPEN_DOOR =
  "select pg_advisory_xact_lock_shared($1::integer, $2::integer), set_config('headsup.door', $3::text, true)";

/** What stands for an account in OPEN_DOOR. */
export function doorKey(accountId: string): [number, number, string] {
  return [CLASS, keyOf(accountId), accountId];
}

/** Shuts the door for the rest of the transaction. */
export async function shutDoor(client: Queryable, accountId: string): Promise<void> {
  await client.query(doorLock(accountId, 'shut'));
}

/** 32 bits of a hash: two accounts with the same key wait for each other now and then, no more. */
function keyOf(accountId: string): number {
  return createHash('sha256').update(accountId).digest().readInt32BE();
}

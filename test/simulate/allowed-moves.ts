import type { DeliveryState } from '../../src/contract/outcome.ts';

const BY_RECEIPT = ['sent', 'delivered', 'undelivered'] as const;

/**
 * Where a delivery may go from each state in one commit, as ARCHITECTURE draws it. A late word that the
 * carrier has it after all is believed wherever nothing else is known.
 */
const MOVES: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  ready: ['claimed', 'suppressed', 'expired', 'canceled', 'accepted', 'sent', 'delivered'],
  claimed: [
    'ready',
    'submitting',
    'suppressed',
    'expired',
    'canceled',
    'failed',
    'accepted',
    'sent',
    'delivered',
  ],
  submitting: ['accepted', 'failed', 'uncertain', 'ready', ...BY_RECEIPT],
  uncertain: ['accepted', 'ready', 'failed', 'written_off', ...BY_RECEIPT],
  accepted: BY_RECEIPT,
  sent: ['delivered', 'undelivered'],
  written_off: ['accepted', ...BY_RECEIPT],
  delivered: [],
  undelivered: [],
  failed: ['accepted'],
  suppressed: ['accepted'],
  expired: ['accepted'],
  canceled: ['accepted'],
};

/** Whether a delivery may have gone from one state to another in so many commits. */
export function mayMove(from: DeliveryState, to: DeliveryState, commits: number): boolean {
  if (from === to) return true;
  if (commits <= 0) return false;
  return MOVES[from].some((next) => mayMove(next, to, commits - 1));
}

/** States from which nothing is sent and nobody is waited for. */
export function isAtRest(state: DeliveryState): boolean {
  return !['ready', 'claimed', 'submitting', 'uncertain'].includes(state);
}

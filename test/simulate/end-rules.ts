import { isAtRest } from './allowed-moves.ts';
import type { Taken } from './carrier.ts';
import type { LedgerView } from './ledger-view.ts';

/** What the rules look at once all is calm and nothing is left to do. */
export type End = {
  ledger: LedgerView;
  taken: ReadonlyMap<string, Taken>;
  grants: ReadonlyMap<string, number>;
};

const WITH_THE_CARRIER = ['accepted', 'sent', 'delivered', 'undelivered'];

/** The first rule that the end breaks, in a sentence; null: it breaks none. */
export function brokenAtTheEnd(end: End): string | null {
  return leftWaiting(end) ?? lost(end) ?? hidden(end) ?? unfinished(end);
}

/** Each delivery has come to rest, or waits for a person because nobody can be asked. */
function leftWaiting({ ledger }: End): string | null {
  for (const { id, state } of ledger.deliveries) {
    if (isAtRest(state)) continue;
    if (state !== 'uncertain') return `is still ${state}: ${id}`;
    const doubt = ledger.attempts.find((one) => one.delivery === id && one.state === 'uncertain');
    if (!doubt) return `is uncertain without a doubt: ${id}`;
    if (doubt.settleAt !== null) return `is never asked about: ${id}`;
  }
  return null;
}

/** What counts as handed over is with the carrier. */
function lost({ ledger, taken }: End): string | null {
  for (const { id, state } of ledger.deliveries) {
    const isTaken = ledger.attempts.some((one) => one.delivery === id && taken.has(one.id));
    if (WITH_THE_CARRIER.includes(state) && !isTaken) return `is ${state}, but was lost: ${id}`;
  }
  return null;
}

/** What the carrier took is not shown as unsent. Where a person chose again, the doubt was theirs. */
function hidden({ ledger, taken, grants }: End): string | null {
  for (const { id, state } of ledger.deliveries) {
    const isTaken = ledger.attempts.some((one) => one.delivery === id && taken.has(one.id));
    if (!isTaken || grants.has(id)) continue;
    if (![...WITH_THE_CARRIER, 'uncertain', 'written_off'].includes(state)) {
      return `is ${state}, but the carrier took it: ${id}`;
    }
  }
  return null;
}

/** The lanes sleep, and the broadcasts are over. */
function unfinished({ ledger }: End): string | null {
  for (const lane of ledger.lanes) {
    if (lane.wakeAt !== null) return `a lane is still awake: ${lane.id}`;
  }
  for (const broadcast of ledger.broadcasts) {
    if (!['sent', 'canceled'].includes(broadcast.state) || !broadcast.isFinished) {
      return `is still ${broadcast.state}: ${broadcast.id}`;
    }
  }
  return null;
}

import { outcomeOf } from '../../src/contract/outcome.ts';
import { mayMove } from './allowed-moves.ts';
import type { Taken } from './carrier.ts';
import type { AttemptView, LedgerView } from './ledger-view.ts';

/** Milliseconds by which the clocks of two machines may differ. */
const CLOCKS = 4_000;

/** What the rules look at after something was committed. */
export type Step = {
  before: LedgerView;
  after: LedgerView;
  /** Who committed since `before`, in order. */
  committed: readonly { name: string }[];
  /** Who holds each claim. */
  holders: ReadonlyMap<string, string>;
  /** What the carrier took, by reference. */
  taken: ReadonlyMap<string, Taken>;
  /** How often a person chose to send a delivery again. */
  grants: ReadonlyMap<string, number>;
};

/** The first rule that a step breaks, in a sentence; null: it breaks none. */
export function brokenRule(step: Step): string | null {
  return (
    tookTwice(step) ??
    openedWhileShut(step) ??
    openedWithoutClaim(step) ??
    twoAlive(step) ??
    movedBack(step) ??
    reopened(step) ??
    rejectedButTaken(step) ??
    miscounted(step)
  );
}

/** Nobody gets a message more often than once, and once more for each time that a person wanted it. */
function tookTwice({ taken, after, grants }: Step): string | null {
  const times = new Map<string, number>();
  for (const attempt of after.attempts) {
    if (!taken.has(attempt.id)) continue;
    times.set(attempt.delivery, (times.get(attempt.delivery) ?? 0) + 1);
  }
  for (const [delivery, n] of times) {
    if (n > 1 + (grants.get(delivery) ?? 0)) return `taken ${n} times: ${delivery}`;
  }
  return null;
}

function opened({ before, after }: Step): readonly AttemptView[] {
  const known = new Set(before.attempts.map(({ id }) => id));
  return after.attempts.filter(({ id }) => !known.has(id));
}

/** No attempt is opened that did not see a STOP, a pause, a cancellation or the expiry before it. */
function openedWhileShut(step: Step): string | null {
  const { before } = step;
  for (const attempt of opened(step)) {
    const delivery = before.deliveries.find(({ id }) => id === attempt.delivery);
    const lane = before.lanes.find(({ id }) => id === delivery?.lane);
    const broadcast = before.broadcasts.find(({ id }) => id === delivery?.broadcast);
    if (!delivery || !lane || !broadcast) return `opened out of nothing: ${attempt.delivery}`;
    const shut = [
      before.suppressed.includes(delivery.address) && 'its STOP',
      lane.isPaused && 'the pause',
      lane.isCanceled && 'the cancellation',
      delivery.isCancelled && 'its appointment was cancelled',
      broadcast.expiresAt <= attempt.openedAt && 'its expiry',
      delivery.notBefore > attempt.openedAt + CLOCKS && 'it had to wait',
    ].filter((one) => one !== false);
    if (shut.length > 0) return `opened after ${shut.join(' and ')}: ${delivery.id}`;
  }
  return null;
}

/** An attempt is opened only by whoever holds the claim, while the lease lasts. */
function openedWithoutClaim(step: Step): string | null {
  for (const attempt of opened(step)) {
    const delivery = step.before.deliveries.find(({ id }) => id === attempt.delivery);
    const holder = step.holders.get(delivery?.claim ?? '');
    const isHolder = step.committed.some(({ name }) => name === holder);
    const lease = delivery?.leaseUntil ?? 0;
    if (!isHolder)
      return `opened by ${step.committed.map(({ name }) => name)} under the claim of ${holder}: ${attempt.delivery}`;
    if (lease <= attempt.openedAt) return `opened after its lease ended: ${attempt.delivery}`;
  }
  return null;
}

function twoAlive({ after }: Step): string | null {
  const alive = after.attempts.filter(
    ({ state }) => state === 'submitting' || state === 'uncertain',
  );
  const twice = alive.find((a, n) => alive.findIndex((b) => b.delivery === a.delivery) !== n);
  return twice ? `two attempts are alive: ${twice.delivery}` : null;
}

/** A delivery moves along the arrows only; a final state never moves back. */
function movedBack({ before, after, committed }: Step): string | null {
  for (const delivery of after.deliveries) {
    const from = before.deliveries.find(({ id }) => id === delivery.id)?.state ?? 'ready';
    if (mayMove(from, delivery.state, Math.max(1, committed.length))) continue;
    return `moved from ${from} to ${delivery.state}: ${delivery.id}`;
  }
  return null;
}

/** An attempt that was closed stays as it is, but where it turns out that the carrier has it. */
function reopened({ before, after, taken }: Step): string | null {
  for (const { id, state, delivery } of after.attempts) {
    const was = before.attempts.find((one) => one.id === id)?.state ?? 'submitting';
    const isClosed = was !== 'submitting' && was !== 'uncertain';
    const isLateWord = state === 'accepted' && taken.has(id);
    if (isClosed && was !== state && !isLateWord)
      return `an attempt went from ${was} to ${state}: ${delivery}`;
  }
  return null;
}

/** Rejected means proof that the carrier did not take it. */
function rejectedButTaken({ after, taken }: Step): string | null {
  const wrong = after.attempts.find(({ id, state }) => state === 'rejected' && taken.has(id));
  return wrong ? `held for not taken, but was: ${wrong.delivery}` : null;
}

function miscounted({ after }: Step): string | null {
  const counted: Record<string, number> = {};
  for (const { state } of after.deliveries) {
    counted[outcomeOf[state]] = (counted[outcomeOf[state]] ?? 0) + 1;
  }
  const [kept, real] = [after.kept, counted].map((counts) =>
    JSON.stringify(Object.entries(counts).sort()),
  );
  return kept === real ? null : `the counts say ${kept}, the rows ${real}`;
}

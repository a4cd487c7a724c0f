import type { RunningClock } from '../platform/clock.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { type Answer, answerOfNoCall, answerOfSend } from './answer.ts';
import type { Enclosed } from './enclose.ts';
import type { DueLane, OpenedAttempt, PreparedDelivery } from './lane.ts';
import type { Carrier } from './provider-pool.ts';
import { submit } from './submit.ts';

/** A machine that stood still for so long between commit and call does not call. */
export const STALENESS = 3_000;

/** Where deliveries of a lane are handed over. */
export type HandOver = {
  clock: RunningClock;
  lane: DueLane;
  carrier: Carrier;
  enclosed: Enclosed;
};

/** When a tick began: by the machine's clock, and by one that nobody sets. */
export type Begun = { at: Date; monotonic: number };

/** Submits one opened attempt. Never throws: whatever happens is the attempt's answer. */
export async function handOver(
  to: HandOver,
  attempt: OpenedAttempt,
  delivery: PreparedDelivery,
  begun: Begun,
): Promise<Answer> {
  if (isStale(begun, to.clock)) {
    const why = /*i18n*/ 'Was not handed over: this machine stood still for too long.';
    return answerOfNoCall(attempt, why, to.clock.now());
  }
  const said = await say(to, attempt, delivery);
  to.carrier.breaker.note(said);
  return answerOfSend(attempt, said, to.carrier, to.clock.now());
}

async function say(
  { clock, lane, carrier, enclosed }: HandOver,
  attempt: OpenedAttempt,
  delivery: PreparedDelivery,
): Promise<SendOutcome> {
  const { accountId, channel } = lane;
  const { address, name, message } = delivery;
  if (!message) throw new Error('the door is shut on what does not render');
  const reference = attempt.attemptId;
  const submission = { reference, accountId, channel, address, name, ...message, ...enclosed };
  return submit(clock, carrier.provider, submission, carrier.capabilities.timeout);
}

/** Both clocks are asked: one may have been set back, the other stops while the machine sleeps. */
function isStale({ at, monotonic }: Begun, clock: RunningClock): boolean {
  const passed = Math.max(clock.now().getTime() - at.getTime(), clock.monotonic() - monotonic);
  return passed > STALENESS;
}

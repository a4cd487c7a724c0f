import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { SendOutcome } from '../providers/provider.ts';
import { type Answer, answerOfSend } from './answer.ts';
import { type BroadcastText, renderFor } from './broadcast-text.ts';
import type { ClaimedDelivery, DueLane, OpenedAttempt } from './lane.ts';
import type { Carrier } from './provider-pool.ts';
import { submit } from './submit.ts';

/** A machine that stood still for so long between commit and call does not call. */
const STALENESS = 3_000;

/** Where deliveries of a lane are handed over, and with which text. */
export type HandOver = {
  clock: Clock;
  log: Log;
  lane: DueLane;
  carrier: Carrier;
  text: BroadcastText;
};

/** When a tick began: by the machine's clock, and by one that nobody sets. */
export type Begun = { at: Date; monotonic: number };

/** Renders and submits one opened attempt. Never throws: whatever happens is the attempt's answer. */
export async function handOver(
  to: HandOver,
  attempt: OpenedAttempt,
  delivery: ClaimedDelivery,
  begun: Begun,
): Promise<Answer> {
  const said = await say(to, attempt, delivery, begun);
  return answerOfSend(attempt, said, to.carrier.capabilities, to.clock.now());
}

async function say(
  { clock, log, lane, carrier, text }: HandOver,
  attempt: OpenedAttempt,
  delivery: ClaimedDelivery,
  begun: Begun,
): Promise<SendOutcome> {
  let message: ReturnType<typeof renderFor>;
  try {
    message = renderFor(text, lane.channel, delivery.fields);
  } catch (error) {
    log.error({ error, delivery: delivery.id }, 'delivery: a text did not render');
    const answer = 'The text could not be put together for this person.';
    return { outcome: 'rejected', reason: 'render_failed', code: null, answer };
  }
  if (isStale(begun, clock)) {
    const answer = 'Was not handed over: this machine stood still for too long.';
    return { outcome: 'retryable', reason: 'unknown', code: null, answer };
  }
  const { accountId, channel } = lane;
  const { address, name } = delivery;
  const reference = attempt.attemptId;
  const submission = { reference, accountId, channel, address, name, ...message };
  return submit(carrier.provider, submission, carrier.capabilities.timeout);
}

/** Both clocks are asked: one may have been set back, the other stops while the machine sleeps. */
function isStale({ at, monotonic }: Begun, clock: Clock): boolean {
  const passed = Math.max(clock.now().getTime() - at.getTime(), performance.now() - monotonic);
  return passed > STALENESS;
}

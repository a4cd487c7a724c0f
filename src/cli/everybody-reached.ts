import type { Broadcast } from '../contract/broadcast.ts';
import type { Channel } from '../contract/channel.ts';
import { callIfNoText } from '../contract/fallback.ts';

type Counted = Pick<Broadcast, 'byChannel' | 'fallback' | 'callOnlyWithoutSms'>;

/**
 * Whether all messages of a broadcast were delivered or left with a carrier, or their fallbacks were;
 * whoever could be sent nothing at all does not count. By counts, so where these cannot tell (somebody
 * was not reached, and the same fallback could not be sent to somebody) the answer is no. `planned`:
 * with callOnlyWithoutSms, how many were to be called, or left out of it, whatever became of the texts.
 */
export function everybodyReached(broadcast: Counted, planned = 0): boolean {
  const { byChannel, callOnlyWithoutSms } = broadcast;
  const fallback = callOnlyWithoutSms ? [...broadcast.fallback, callIfNoText] : broadcast.fallback;
  const countsOf = (channel?: Channel) => byChannel.find((one) => one.channel === channel)?.counts;
  return byChannel.every(({ channel, counts }) => {
    const { waiting, sending, not_sure, not_delivered, left_out, taken_back } = counts;
    const before = fallback.find(({ to }) => to === channel);
    // What is taken back of a fallback was not needed any more.
    if (waiting + sending + not_sure + (before ? 0 : taken_back) > 0) return false;
    const isStandIn = (countsOf(before?.from)?.not_delivered ?? 0) > 0;
    if (not_delivered === 0 && !(isStandIn && left_out > 0)) return true;
    const step = fallback.find(({ from }) => from === channel);
    const made = countsOf(step?.to);
    if (!made) return false;
    // What that way missed in its turn is judged with it.
    const tried = Object.values(made).reduce((sum, n) => sum + n, 0);
    if (step === callIfNoText) return not_delivered <= tried - planned;
    return not_delivered + left_out <= tried;
  });
}

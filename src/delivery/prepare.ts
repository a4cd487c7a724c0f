import type { Log } from '../platform/log.ts';
import { type BroadcastText, renderFor } from './broadcast-text.ts';
import type { Judge } from './judge.ts';
import type { ClaimedDelivery, DueLane, PreparedDelivery } from './lane.ts';

/** Where deliveries of a lane are prepared. */
export type Preparing = { lane: DueLane; text: BroadcastText; log: Log };

/**
 * Renders a claimed delivery and judges it, before its attempt is opened: between that commit and the
 * call nothing is left to do. One that does not render fails for good.
 */
export function prepare(
  { lane, text, log }: Preparing,
  judge: Judge,
  delivery: ClaimedDelivery,
  now: Date,
): PreparedDelivery {
  try {
    const message = renderFor(text, lane.channel, delivery.fields);
    return { ...delivery, message, verdict: judge.verdictOn(delivery, now) };
  } catch (error) {
    log.error({ error, delivery: delivery.id }, 'delivery: a text did not render');
    return { ...delivery, message: null, verdict: { shut: 'render_failed' } };
  }
}

import type { Channel } from '../contract/channel.ts';
import type { UnsubscribeLinks, Unsubscribing } from '../message/unsubscribe-link.ts';
import type { Log } from '../platform/log.ts';
import { type BroadcastText, renderFor } from './broadcast-text.ts';
import type { Judge } from './judge.ts';
import type { ClaimedDelivery, DueLane, PreparedDelivery } from './lane.ts';

/** No carrier that takes files, and no address under which others would find them. */
const STUCK = { shut: 'provider_misconfigured' } as const;

/** Where deliveries of a lane are prepared. */
export type Preparing = {
  lane: DueLane;
  text: BroadcastText;
  log: Log;
  links: UnsubscribeLinks | undefined;
  /** Its files cannot go by this carrier. */
  isStuck: boolean;
};

/**
 * Renders a claimed delivery and judges it, before its attempt is opened: between that commit and the
 * call nothing is left to do. One that does not render fails for good.
 */
export function prepare(
  { lane, text, log, links, isStuck }: Preparing,
  judge: Judge,
  delivery: ClaimedDelivery,
  now: Date,
): PreparedDelivery {
  try {
    const whose = { accountId: lane.accountId, deliveryId: delivery.id };
    const unsubscribe = wantsUnsubscribe(text, lane.channel) ? linkOf(links, whose) : undefined;
    const message = renderFor(text, lane.channel, delivery.fields, unsubscribe);
    const verdict = isStuck ? STUCK : judge.verdictOn(delivery, now);
    return { ...delivery, message, verdict };
  } catch (error) {
    log.error({ error, delivery: delivery.id }, 'delivery: a text did not render');
    return { ...delivery, message: null, verdict: { shut: 'render_failed' } };
  }
}

function wantsUnsubscribe({ compiled }: BroadcastText, channel: Channel): boolean {
  return compiled.messages[channel]?.unsubscribe ?? false;
}

function linkOf(links: UnsubscribeLinks | undefined, whose: Unsubscribing): string {
  if (!links) throw new Error('this process knows no address for links');
  return links.linkOf(whose);
}

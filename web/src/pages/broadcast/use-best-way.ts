import { useQueries } from '@tanstack/react-query';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { Reach } from '../../../../src/contract/reach.ts';
import { planQuery } from '../../api/plans.ts';
import { channelOrder } from '../../wording/channels.ts';
import { bestWay } from './other-ways.ts';

/** Who gets something does not depend on the words. */
const words: Readonly<Record<Channel, Content>> = {
  sms: { sms: { text: '-' } },
  email: { email: { subject: '-', text: '-' } },
  voice: { voice: { text: '-' } },
};

/**
 * By which channel the most of those would be reached whom a message did not reach; null: by none anybody.
 * undefined as long as that is not known.
 */
export function useBestWay(broadcast: Broadcast, reach: Reach): Channel | null | undefined {
  const isAsked = reach.people.not_reached > 0;
  const recipients = { broadcastId: broadcast.id, outcomes: ['not_reached' as const] };
  const plans = useQueries({
    queries: channelOrder.map((channel) =>
      planQuery(isAsked ? { audience: { recipients, people: [] }, content: words[channel] } : null),
    ),
  });
  if (plans.some(({ isPending }) => isPending)) return undefined;
  const way = bestWay(
    broadcast,
    reach,
    Object.fromEntries(channelOrder.map((channel, i) => [channel, plans[i]?.data])),
  );
  if (way !== null || plans.every(({ isSuccess }) => isSuccess)) return way;
  // What cannot be told is tried as before.
  return channelOrder.find((channel) => broadcast.content[channel] !== undefined) ?? null;
}

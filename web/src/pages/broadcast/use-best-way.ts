import { useQuery } from '@tanstack/react-query';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { Reach } from '../../../../src/contract/reach.ts';
import { planQuery } from '../../api/plans.ts';
import { channelOrder } from '../../wording/channels.ts';
import { bestWay } from './other-ways.ts';

/** Who gets something does not depend on the words. */
const content: Content = {
  sms: { text: '-' },
  email: { subject: '-', text: '-' },
  voice: { text: '-' },
};

/**
 * By which channel the most of those would be reached whom a message did not reach; null: by none anybody.
 * undefined as long as that is not known.
 */
export function useBestWay(broadcast: Broadcast, reach: Reach): Channel | null | undefined {
  const isAsked = reach.people.not_reached > 0;
  const recipients = { broadcastId: broadcast.id, outcomes: ['not_reached' as const] };
  const plan = useQuery(
    planQuery(isAsked ? { audience: { recipients, people: [] }, content } : null),
  );
  if (plan.isPending) return undefined;
  if (plan.data) return bestWay(broadcast, reach, plan.data);
  // What cannot be told is tried as before.
  return channelOrder.find((channel) => broadcast.content[channel] !== undefined) ?? null;
}

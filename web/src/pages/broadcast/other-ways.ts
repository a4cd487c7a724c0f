import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { Plan } from '../../../../src/contract/plan.ts';
import type { Reach } from '../../../../src/contract/reach.ts';
import { channelOrder } from '../../wording/channels.ts';
import type { Draft } from '../compose/draft.ts';
import { draftOfTemplate } from '../compose/template-draft.ts';

/** Why a second message by the same channel would be as vain as the first. */
const vain: ReadonlySet<Reach['missed'][number]['reason']> = new Set([
  'not_sms_capable',
  'no_address',
  'invalid_address',
  'opted_out',
  'consent_missing',
  'carrier_blocked',
  'country_not_allowed',
  'premium_number',
  'unreachable',
  'mailbox_full',
] as const);
/** What is tried instead of each channel, the likeliest first. */
const instead: Readonly<Record<Channel, readonly Channel[]>> = {
  sms: ['voice', 'email'],
  email: ['sms', 'voice'],
  voice: ['sms', 'email'],
};

/**
 * By which channel the most of those would be reached who were not; the earlier message's own before another,
 * where it is the same. null: by none anybody. `plan` is of a message to them by every channel.
 */
export function bestWay(
  { content }: Pick<Broadcast, 'content'>,
  { missed }: Reach,
  { people, excluded }: Pick<Plan, 'people' | 'excluded'>,
): Channel | null {
  const used = channelOrder.filter((channel) => content[channel] !== undefined);
  const ways = new Set([...used, ...used.flatMap((channel) => instead[channel]), ...channelOrder]);
  const reachOf = (channel: Channel) => {
    const out = excluded.filter((one) => one.channel === channel);
    const known = (reason: string) => out.find((one) => one.reason === reason)?.count ?? 0;
    // For a duplicate somebody else's message stands.
    const planned = out
      .filter(({ reason }) => reason !== 'duplicate')
      .reduce((left, { count }) => left - count, people);
    // Whom the plan leaves out for the same reason is not among those it counts.
    return missed
      .filter((one) => one.channel === channel && vain.has(one.reason))
      .reduce((sum, { reason, count }) => sum - Math.max(0, count - known(reason)), planned);
  };
  const [best] = [...ways]
    .map((channel) => ({ channel, reached: reachOf(channel) }))
    .filter(({ reached }) => reached > 0)
    .sort((one, other) => other.reached - one.reached);
  return best?.channel ?? null;
}

/** The words of a message, for the same or other channels. */
export function sameWords(
  draft: Draft,
  content: Content,
  channels: readonly Channel[],
): Partial<Draft> {
  const text = content.sms?.text ?? content.voice?.text ?? content.email?.text ?? '';
  return {
    sms: text,
    email: text,
    voice: text,
    ...draftOfTemplate(draft, content),
    channels,
  };
}

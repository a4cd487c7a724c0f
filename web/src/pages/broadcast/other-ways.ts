import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
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
 * By which channels those might be reached who were not: without the ones that most of them cannot be
 * reached by, and by another one instead.
 */
export function otherWays({ content }: Pick<Broadcast, 'content'>, { missed }: Reach): Channel[] {
  const used = channelOrder.filter((channel) => content[channel] !== undefined);
  const isVain = (channel: Channel) => {
    const own = missed.filter((one) => one.channel === channel);
    const sum = (some: typeof own) => some.reduce((total, { count }) => total + count, 0);
    return sum(own) > 0 && sum(own.filter(({ reason }) => vain.has(reason))) * 2 >= sum(own);
  };
  const left = used.filter((channel) => !isVain(channel));
  const next = used
    .filter(isVain)
    .flatMap((channel) => instead[channel].find((one) => !used.includes(one)) ?? []);
  const ways = channelOrder.filter((channel) => left.includes(channel) || next.includes(channel));
  return ways.length > 0 ? ways : used;
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

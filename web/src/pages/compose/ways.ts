import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { FallbackStep } from '../../../../src/contract/fallback.ts';
import { channelOrder } from '../../wording/channels.ts';
import type { Draft } from './draft.ts';

type Ways = Pick<Draft, 'channels' | 'fallback'> & Partial<Pick<Draft, 'callOnly'>>;

/** Whether a call is only for who cannot be texted: with both switched on, it can be asked for. */
export function isCallOnly(draft: Ways): boolean {
  return draft.callOnly === true && offersCallOnly(draft);
}

/** Whether there is a choice between text and call for each number. */
export function offersCallOnly({ channels }: Ways): boolean {
  return channels.includes('sms') && channels.includes('voice');
}

/**
 * The fallbacks of a draft that still make sense: channels may have been switched on or off since
 * they were chosen. Each begins at a channel that is sent at first, or at another one's; none at the
 * text where the call is its own.
 */
export function stepsOf(draft: Ways): FallbackStep[] {
  const { channels, fallback } = draft;
  const used = new Set<Channel>(channels);
  const steps: FallbackStep[] = [];
  for (const step of fallback) {
    const follows = used.has(step.from) && !steps.some(({ from }) => from === step.from);
    if (!follows || used.has(step.to) || (step.from === 'sms' && isCallOnly(draft))) continue;
    steps.push(step);
    used.add(step.to);
  }
  return steps;
}

/** The channels that need words: those that are sent at first, and those that are tried instead. */
export function writtenChannels(draft: Ways): Channel[] {
  const to = stepsOf(draft).map((step) => step.to);
  return channelOrder.filter((channel) => draft.channels.includes(channel) || to.includes(channel));
}

/** What a draft asks for where it does not reach somebody: fallbacks that make sense, and calls again. */
export function waysOf(
  draft: Draft,
): Pick<Broadcast, 'fallback' | 'redial' | 'callOnlyWithoutSms'> {
  const redial = writtenChannels(draft).includes('voice') ? draft.redial : null;
  return { fallback: stepsOf(draft), redial, callOnlyWithoutSms: isCallOnly(draft) };
}

/** What can still be tried where a channel does not reach: what it is now, and what nothing uses. */
export function alternativesTo(draft: Ways, from: Channel): Channel[] {
  if (from === 'sms' && isCallOnly(draft)) return [];
  const own = stepsOf(draft).find((step) => step.from === from)?.to;
  const written = writtenChannels(draft);
  return channelOrder.filter((channel) => channel === own || !written.includes(channel));
}

/** The fallbacks with another one, or none, for `from`; those that followed from the old one go. */
export function withStep(draft: Ways, from: Channel, step: FallbackStep | null): FallbackStep[] {
  const others = stepsOf(draft).filter((one) => one.from !== from);
  const fallback = step === null ? others : [...others, step];
  return stepsOf({ ...draft, fallback: sorted(draft.channels, fallback) });
}

/** Those that begin at a channel that is sent at first come first. */
function sorted(channels: readonly Channel[], steps: readonly FallbackStep[]): FallbackStep[] {
  const isFirst = ({ from }: FallbackStep) => channels.includes(from);
  return [...steps.filter(isFirst), ...steps.filter((step) => !isFirst(step))];
}

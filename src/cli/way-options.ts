import type { Channel } from '../contract/channel.ts';
import type { FallbackStep, Redial } from '../contract/fallback.ts';

/** How a channel is called on the command line. */
const CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ['sms', 'sms'],
  ['email', 'email'],
  ['call', 'voice'],
]);

/** Adds `sms:email`, or `sms:email:30` for on silence of 30 minutes too; null where it is neither. */
export function addFallback(
  text: string,
  before: readonly FallbackStep[] = [],
): FallbackStep[] | null {
  const [, first, second, minutes] = /^(\w+):(\w+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const from = CHANNELS.get(first ?? '');
  const to = CHANNELS.get(second ?? '');
  if (!from || !to) return null;
  const silenceMinutes = minutes === undefined ? null : Number(minutes);
  return [...before, { from, to, silenceMinutes }];
}

/** `3x10`: three times, ten minutes apart; null where it is not so. */
export function readRedial(text: string): Redial | null {
  const [, times, minutes] = /^(\d{1,3})x(\d{1,5})$/.exec(text) ?? [];
  if (times === undefined || minutes === undefined) return null;
  return { times: Number(times), minutes: Number(minutes) };
}

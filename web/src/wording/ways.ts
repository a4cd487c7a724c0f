import type { Broadcast } from '../../../src/contract/broadcast.ts';
import type { FallbackStep, Redial } from '../../../src/contract/fallback.ts';
import { counted } from '../format/count.ts';
import { aChannel, theChannel } from './channels.ts';

/** The silences that the page offers, in minutes; null: only on failure. */
export const silences: readonly (number | null)[] = [null, 15, 30, 60, 240];

/** The redials that the page offers. */
export const redials: readonly Redial[] = [
  { times: 1, minutes: 10 },
  { times: 3, minutes: 10 },
  { times: 3, minutes: 60 },
];

/** When a fallback comes, as a choice. */
export function silenceInWords(minutes: number | null): string {
  if (minutes === null) return 'Once it has failed';
  return `Failed, or no word for ${timeInWords(minutes)}`;
}

/** How a call is made again: "Call again up to 3 times, 10 minutes apart". */
export function redialInWords({ times, minutes }: Redial): string {
  if (times === 1) return `Call again once, ${timeInWords(minutes)} later`;
  return `Call again up to ${times} times, ${timeInWords(minutes)} apart`;
}

/** What a message does where it does not reach somebody, a sentence each. */
export function waysInWords({
  fallback,
  redial,
  callOnlyWithoutSms,
}: Pick<Broadcast, 'fallback' | 'redial' | 'callOnlyWithoutSms'>): string[] {
  return [
    ...(callOnlyWithoutSms ? ['A call goes only to numbers that a text cannot reach.'] : []),
    ...fallback.map(stepInWords),
    ...(redial ? [`If nobody answers: ${lowered(redialInWords(redial))}.`] : []),
  ];
}

function stepInWords({ from, to, silenceMinutes }: FallbackStep): string {
  const silence =
    silenceMinutes && `, or there is no word of it for ${timeInWords(silenceMinutes)}`;
  return `If ${theChannel[from]} does not reach them${silence ?? ''}: ${aChannel[to]}.`;
}

function timeInWords(minutes: number): string {
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

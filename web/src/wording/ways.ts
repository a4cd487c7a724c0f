import { plural, select, t } from '@lingui/core/macro';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import type { FallbackStep, Redial } from '../../../src/contract/fallback.ts';

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
  if (minutes === null) return t`Once it has failed`;
  const silence = timeInWords(minutes);
  return t`Failed, or no word for ${silence}`;
}

/** How a call is made again: "Call again up to 3 times, 10 minutes apart". */
export function redialInWords({ times, minutes }: Redial): string {
  const pause = timeInWords(minutes);
  if (times === 1) return t`Call again once, ${pause} later`;
  return t`Call again up to ${plural(times, { other: '# times' })}, ${pause} apart`;
}

/** What a message does where it does not reach somebody, a sentence each. */
export function waysInWords({
  fallback,
  redial,
  callOnlyWithoutSms,
}: Pick<Broadcast, 'fallback' | 'redial' | 'callOnlyWithoutSms'>): string[] {
  return [
    ...(callOnlyWithoutSms ? [t`A call goes only to numbers that a text cannot reach.`] : []),
    ...fallback.map(stepInWords),
    ...(redial ? [redialStepInWords(redial)] : []),
  ];
}

function stepInWords({ from, to, silenceMinutes }: FallbackStep): string {
  if (!silenceMinutes) {
    return t`If ${select(from, {
      sms: 'the text',
      email: 'the email',
      other: 'the call',
    })} does not reach them: ${select(to, { sms: 'a text', email: 'an email', other: 'a call' })}.`;
  }
  const silence = timeInWords(silenceMinutes);
  return t`If ${select(from, {
    sms: 'the text',
    email: 'the email',
    other: 'the call',
  })} does not reach them, or there is no word of it for ${silence}: ${select(to, {
    sms: 'a text',
    email: 'an email',
    other: 'a call',
  })}.`;
}

function redialStepInWords({ times, minutes }: Redial): string {
  const pause = timeInWords(minutes);
  if (times === 1) return t`If nobody answers: call again once, ${pause} later.`;
  return t`If nobody answers: call again up to ${plural(times, { other: '# times' })}, ${pause} apart.`;
}

function timeInWords(minutes: number): string {
  const hours = minutes / 60;
  return Number.isInteger(hours)
    ? plural(hours, { one: '# hour', other: '# hours' })
    : plural(minutes, { one: '# minute', other: '# minutes' });
}

import { plural, t } from '@lingui/core/macro';
import type { Plan } from '../../../../src/contract/plan.ts';
import { channelOrder, messagesInWords } from '../../wording/channels.ts';
import { quietEndInWords } from '../../wording/quiet-wait.ts';
import type { Draft } from './draft.ts';
import { undoSeconds } from './draft-request.ts';
import { laterByItself, laterInWords } from './later-in-words.ts';

/**
 * When it goes out, a sentence for each time: now or as was asked for, and after quiet hours. How many
 * go then stands with it only where that is not all of them.
 */
export function whenItGoes(
  { deliveries, quietWait }: Pick<Plan, 'deliveries' | 'quietWait'>,
  { later, isLoud }: Pick<Draft, 'later' | 'isLoud'>,
  timeZone: string,
): string[] {
  if (quietWait === null || isLoud) {
    return [
      later
        ? laterByItself(later)
        : t`Now, with ${plural(undoSeconds, { one: '# second', other: '# seconds' })} to take it back`,
    ];
  }
  const rest = { ...deliveries };
  for (const channel of channelOrder) rest[channel] -= quietWait.deliveries[channel];
  return [
    atItsTime(messagesInWords(rest), later),
    afterQuietHours(quietWait, timeZone),
    ...(quietWait.expiring > 0 ? [neverInWords(quietWait.expiring)] : []),
  ];
}

/** What does not wait; '' where all does. */
function atItsTime(messages: string, later: Draft['later']): string {
  if (later === null) {
    return messages === ''
      ? t`Nothing goes out now.`
      : t`Now: ${messages}, with ${plural(undoSeconds, { one: '# second', other: '# seconds' })} to take them back.`;
  }
  const when = laterInWords(later);
  const moment = laterByItself(later);
  return messages === '' ? t`Nothing goes out ${when}.` : t`${moment}: ${messages}.`;
}

function afterQuietHours(wait: NonNullable<Plan['quietWait']>, timeZone: string): string {
  const messages = messagesInWords(wait.deliveries);
  const when = quietEndInWords(wait, timeZone);
  return t({
    message: `After quiet hours, ${when}: ${messages}.`,
    comment: 'After quiet hours, Tue, 9 March, 8:00 AM (America/New York): 8 texts.',
  });
}

function neverInWords(expiring: number): string {
  return plural(expiring, {
    one: '# of them will not go out: the message is over by then.',
    other: '# of them will not go out: the message is over by then.',
  });
}

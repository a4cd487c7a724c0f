import type { DeliveryRow } from '../../../src/contract/delivery.ts';
import {
  exclusionDetailInWords,
  exclusionReasonWords,
} from '../../../src/contract/exclusion-reason-words.ts';
import { failureReasonWords } from '../../../src/contract/failure-reason-words.ts';
import { locale } from '../format/locale.ts';
import { exactMoment, shortMoment } from '../format/time.ts';
import { pressedInWords } from './pressed-keys.ts';

/** What stands behind an outcome: why it failed, what it waits for, who picked up. */
export function resultInWords(row: DeliveryRow): string | null {
  if (row.exclusion !== null) {
    const { short } = exclusionReasonWords[row.exclusion];
    const detail = exclusionDetailInWords(row.exclusion, row.exclusionDetail, locale);
    return detail === '' ? short : `${short}: ${detail}`;
  }
  if (row.outcome === 'waiting') return waitInWords(row);
  if (row.state === 'written_off') return 'written off: nobody knows whether it arrived';
  if (row.failure !== null) return failureReasonWords[row.failure].why;
  if (row.outcome === 'not_sure') return 'asking the carrier; decide below if it cannot tell';
  const pressed = pressedInWords(row.keys);
  if (row.answeredBy === 'person') {
    return pressed === '' ? 'answered by a person' : `answered by a person: ${pressed}`;
  }
  if (pressed !== '') return pressed;
  if (row.answeredBy === 'machine') return 'answered by a machine';
  return null;
}

function waitInWords({ waitReason, notBefore, failure }: DeliveryRow): string | null {
  const until = notBefore === null ? '' : `until ${exactMoment(notBefore)}`;
  switch (waitReason) {
    case null:
      return null;
    case 'undo':
      return 'can still be taken back';
    case 'scheduled':
      return until;
    case 'retry':
      return `${until}, then tried again${failure === null ? '' : `: ${failureReasonWords[failure].why}`}`;
    case 'redial':
      return `${until}, then called again${failure === null ? '' : `: ${failureReasonWords[failure].why}`}`;
    case 'quiet_hours':
      return `quiet hours${notBefore === null ? '' : ` until ${shortMoment(notBefore)}`}`;
    case 'cap':
      return `${until}, the daily limit`;
  }
}

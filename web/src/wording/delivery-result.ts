import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
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
    const reason = i18n._(exclusionReasonWords[row.exclusion].short);
    const detail = exclusionDetailInWords(row.exclusion, row.exclusionDetail, locale);
    return detail === '' ? reason : t`${reason}: ${detail}`;
  }
  if (row.outcome === 'waiting') return waitInWords(row);
  if (row.state === 'written_off') return t`written off: nobody knows whether it arrived`;
  if (row.failure !== null) return i18n._(failureReasonWords[row.failure].why);
  if (row.outcome === 'not_sure') return t`asking the carrier; decide below if it cannot tell`;
  const pressed = pressedInWords(row.keys);
  if (row.answeredBy === 'person') {
    return pressed === '' ? t`answered by a person` : t`answered by a person: ${pressed}`;
  }
  if (pressed !== '') return pressed;
  if (row.answeredBy === 'machine') return t`answered by a machine`;
  return null;
}

function waitInWords({ waitReason, notBefore, failure }: DeliveryRow): string | null {
  const reason = failure && i18n._(failureReasonWords[failure].why);
  switch (waitReason) {
    case null:
      return null;
    case 'undo':
      return t`can still be taken back`;
    case 'quiet_hours': {
      if (notBefore === null) return t`quiet hours`;
      const end = shortMoment(notBefore);
      return t`quiet hours until ${end}`;
    }
  }
  if (notBefore === null) return reason;
  const moment = exactMoment(notBefore);
  switch (waitReason) {
    case 'scheduled':
      return t`until ${moment}`;
    case 'retry':
      return reason === null
        ? t`until ${moment}, then tried again`
        : t`until ${moment}, then tried again: ${reason}`;
    case 'redial':
      return reason === null
        ? t`until ${moment}, then called again`
        : t`until ${moment}, then called again: ${reason}`;
    case 'cap':
      return t`until ${moment}, the daily limit`;
  }
}

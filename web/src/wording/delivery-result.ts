import { t } from '@lingui/core/macro';
import type { DeliveryRow } from '../../../src/contract/delivery.ts';
import { exactMoment, shortMoment } from '../format/time.ts';
import { pressedInWords } from './pressed-keys.ts';
import { exclusionDetail, exclusionInWords, failureInShort } from './reasons.ts';

/** What stands behind an outcome: why it failed, what it waits for, who picked up. */
export function resultInWords(row: DeliveryRow): string | null {
  if (row.exclusion !== null) {
    const { short } = exclusionInWords(row.exclusion);
    const detail = exclusionDetail(row.exclusion, row.exclusionDetail);
    return detail === '' ? short : t`${short}: ${detail}`;
  }
  if (row.outcome === 'waiting') return waitInWords(row);
  if (row.state === 'written_off') return t`written off: nobody knows whether it arrived`;
  if (row.failure !== null) return failureInShort(row.failure);
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
  if (waitReason === null) return null;
  if (waitReason === 'undo') return t`can still be taken back`;
  // Each of the others waits for a moment.
  if (notBefore === null) return waitReason === 'quiet_hours' ? t`quiet hours` : null;
  const moment = exactMoment(notBefore);
  const why = failure === null ? '' : failureInShort(failure);
  switch (waitReason) {
    case 'scheduled':
      return t`until ${moment}`;
    case 'retry':
      return why === ''
        ? t`until ${moment}, then tried again`
        : t`until ${moment}, then tried again: ${why}`;
    case 'redial':
      return why === ''
        ? t`until ${moment}, then called again`
        : t`until ${moment}, then called again: ${why}`;
    case 'quiet_hours': {
      const end = shortMoment(notBefore);
      return t`quiet hours until ${end}`;
    }
    case 'cap':
      return t`until ${moment}, the daily limit`;
  }
}

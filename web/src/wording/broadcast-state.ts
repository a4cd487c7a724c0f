import { t } from '@lingui/core/macro';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { momentIn } from '../format/time.ts';
import { zoneInWords } from '../format/zone.ts';

/** How far a message is, in words. */
export function broadcastStateInWords(broadcast: Broadcast, timeZone: string): string {
  const { state, pausedAt, sendLater, sendAt, finishedAt } = broadcast;
  if (pausedAt !== null && (state === 'sending' || state === 'taking')) return t`Paused`;
  switch (state) {
    case 'taking':
      return t`Getting ready`;
    case 'scheduled': {
      if (sendLater === null) return t`About to go out`;
      const { wall, zone } = sendLater;
      // A wall clock that is not of one zone is written as it was asked for.
      const when = zone === 'recipient' ? momentIn('UTC', `${wall}Z`) : momentIn(zone, sendAt);
      const zoneName = zoneInWords(zone);
      return t`Scheduled for ${when} (${zoneName})`;
    }
    case 'sending':
      if (onlyWaits(broadcast)) return t`Waiting for the end of quiet hours`;
      return isListening(broadcast) ? t`Waiting for word from the carrier` : t`Sending`;
    case 'sent': {
      const when = momentIn(timeZone, finishedAt ?? sendAt);
      return t`Sent ${when}`;
    }
    case 'canceled':
      return t`Taken back`;
  }
}

function onlyWaits({ quietWait, counts }: Broadcast): boolean {
  return quietWait !== null && counts.sending === 0 && counts.waiting === quietWait.count;
}

/** Nothing is left to send but what a fallback may still bring about. */
function isListening({ fallback, callOnlyWithoutSms, counts }: Broadcast): boolean {
  const mayFollow = fallback.length > 0 || callOnlyWithoutSms;
  return mayFollow && counts.waiting + counts.sending === 0 && counts.with_carrier > 0;
}

import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { momentIn } from '../format/time.ts';

/** How far a message is, in words. */
export function broadcastStateInWords(broadcast: Broadcast, timeZone: string): string {
  const { state, pausedAt, sendLater, sendAt, finishedAt } = broadcast;
  if (pausedAt !== null && (state === 'sending' || state === 'taking')) return 'Paused';
  switch (state) {
    case 'taking':
      return 'Getting ready';
    case 'scheduled': {
      if (sendLater === null) return 'About to go out';
      const { zone } = sendLater;
      return `Scheduled for ${momentIn(zone, sendAt)} (${zone.replaceAll('_', ' ')})`;
    }
    case 'sending':
      return 'Sending';
    case 'sent':
      return `Sent ${momentIn(timeZone, finishedAt ?? sendAt)}`;
    case 'canceled':
      return 'Taken back';
  }
}

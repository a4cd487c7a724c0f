import { QUIET_COUNTED } from '../../../src/contract/quiet-counted.ts';
import type { QuietWait } from '../../../src/contract/timing.ts';
import { count, counted } from '../format/count.ts';
import { momentIn } from '../format/time.ts';

/** Who waits and until when: "12 messages wait for the end of their quiet hours, Tue, 9 Mar, 8:00 AM." */
export function quietWaitInWords(wait: QuietWait, timeZone: string): string {
  const [first, last] = [momentIn(timeZone, wait.earliest), momentIn(timeZone, wait.latest)];
  const when = first === last ? first : `from ${first} to ${last}`;
  // A plan counts all; of a broadcast no more than these are counted.
  const many = wait.count === QUIET_COUNTED ? `${count(wait.count)} messages or more` : null;
  const who = many ?? counted(wait.count, 'message');
  return `${who} ${wait.count === 1 ? 'waits' : 'wait'} for the end of quiet hours: ${when}.`;
}

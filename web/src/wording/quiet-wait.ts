import { plural, t } from '@lingui/core/macro';
import { QUIET_COUNTED } from '../../../src/contract/quiet-counted.ts';
import type { QuietWait } from '../../../src/contract/timing.ts';
import { count } from '../format/count.ts';
import { momentIn } from '../format/time.ts';
import { zoneInWords } from '../format/zone.ts';

/** Who waits and until when: "12 messages wait for the end of quiet hours: Tue, 9 Mar, 8:00 AM (America/New York)." */
export function quietWaitInWords(wait: QuietWait, timeZone: string): string {
  const when = quietEndInWords(wait, timeZone);
  // A plan counts all; of a broadcast no more than these are counted.
  if (wait.count === QUIET_COUNTED) {
    const most = count(wait.count);
    return t`${most} messages or more wait for the end of quiet hours: ${when}.`;
  }
  return plural(wait.count, {
    one: `# message waits for the end of quiet hours: ${when}.`,
    other: `# messages wait for the end of quiet hours: ${when}.`,
  });
}

/** When quiet hours are over, by one clock that is named: recipients may have several. */
export function quietEndInWords(
  { earliest, latest }: Pick<QuietWait, 'earliest' | 'latest'>,
  timeZone: string,
): string {
  const [first, last] = [momentIn(timeZone, earliest), momentIn(timeZone, latest)];
  const place = zoneInWords(timeZone);
  return first === last
    ? t`${first} (${place})`
    : t`from ${first} to ${last} (${place}), as they end for each recipient`;
}

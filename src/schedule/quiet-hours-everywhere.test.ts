import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { isBetween, wallClock } from '../../test/support/wall-clock.ts';
import { QuietHours } from './quiet-hours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = Temporal.Instant.from('2027-01-01T00:00Z');
/** For zones that leave their clocks alone. */
const ANY_DAYS = [Date.UTC(2027, 6, 5)];
const WINDOWS = [
  { from: '21:00', until: '08:00' },
  // Both ends lie in the hours that the clocks skip and show twice.
  { from: '00:30', until: '02:15' },
  { from: '12:00', until: '13:45' },
];

/** When a zone changes its clocks in 2027. */
function edgesOf(zone: string): number[] {
  const edges: number[] = [];
  let moment = YEAR.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (moment && moment.year === 2027) {
    edges.push(moment.epochMilliseconds);
    moment = moment.getTimeZoneTransition('next');
  }
  return edges.length > 0 ? edges : ANY_DAYS;
}

/**
 * What becomes of a message that was to go out at `due`, by a machine that was away until `back`: when it
 * is opened, as the engine decides it, or null where it has expired before.
 */
function openedAt(hours: QuietHours, zone: string, due: number, back: number, expires: number) {
  let now = Math.max(due, back);
  while (now < expires) {
    const until = hours.quietUntil([zone], new Date(now));
    if (until === null) return now;
    now = until.getTime();
  }
  return null;
}

const zones = Intl.supportedValuesOf('timeZone');

it.each(WINDOWS)(
  'nothing goes out in quiet hours or after its expiry, in any zone: $from to $until',
  (window) => {
    const wrong: string[] = [];
    let opened = 0;
    let expired = 0;
    for (const zone of zones) {
      for (const edge of edgesOf(zone)) {
        const hours = new QuietHours(window, zone);
        // Away for a day, which ends at each half hour of the day around the change.
        for (let back = edge - 12 * HOUR; back <= edge + 12 * HOUR; back += 30 * MINUTE) {
          const due = back - 24 * HOUR;
          const expires = back + 5 * HOUR;
          const at = openedAt(hours, zone, due, back, expires);
          if (at === null) {
            expired += 1;
            continue;
          }
          opened += 1;
          const isWrong = isBetween(wallClock(zone, at), window) || at >= expires || at < back;
          // It goes at once, or at the first permitted minute.
          const isLate = at > back && !isBetween(wallClock(zone, at - MINUTE), window);
          if (isWrong || isLate) wrong.push(`${zone} ${new Date(at).toISOString()}`);
        }
      }
    }
    expect(zones.length).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
    expect(Math.min(opened, window.from === '21:00' ? expired : opened)).toBeGreaterThan(5_000);
  },
  30_000,
);

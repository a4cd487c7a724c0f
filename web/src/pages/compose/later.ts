import { addDays, dayIn } from '../../format/day.ts';
import type { Later } from './draft.ts';

const HOUR = 3_600_000;

/** Nine in the morning of tomorrow in a zone; by the account's day, `home`, where everybody has their own. */
export function tomorrowMorning(zone: string, home: string, at: number): Later {
  return { date: addDays(dayIn(clockOf(zone, home), at), 1), time: '09:00', zone };
}

/**
 * What the clocks of a zone show an hour after `at`, up to the next minute, so that it is never less; those of
 * the account where everybody has their own.
 */
export function inAnHour(zone: string, home: string, at: number): Later {
  const then = Math.ceil((at + HOUR) / 60_000) * 60_000;
  const shown = clockOf(zone, home);
  const time = new Intl.DateTimeFormat('en', {
    timeZone: shown,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(then);
  return { date: dayIn(shown, then), time, zone };
}

function clockOf(zone: string, home: string): string {
  return zone === 'recipient' ? home : zone;
}

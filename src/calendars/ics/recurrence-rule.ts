import ICAL from 'ical.js';
import type { Said } from '../../contract/said.ts';
import { type DateValue, readDateValue } from './date-value.ts';

/** A rule that was read: what ical.js follows, and its end, which we compare ourselves. */
export type RecurrenceRule = { recur: ICAL.Recur; until: DateValue | null };

/** No rule that a person made is longer. */
const LONGEST = 500;
const WIDEST_INTERVAL = 100_000;
const PARTS =
  /^(?:FREQ|UNTIL|COUNT|INTERVAL|BYSECOND|BYMINUTE|BYHOUR|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST)$/;

/**
 * Reads an RRULE (RFC 5545 3.3.10); `problem` says what of it is not understood. UNTIL is taken out:
 * it may be a UTC instant while the rule runs on a wall clock.
 */
export function readRecurrenceRule(value: string): RecurrenceRule | { problem: Said } {
  if (value.length > LONGEST)
    return { problem: { text: /*i18n*/ 'its repetition rule (RRULE) is too long' } };
  const parts = value
    .trim()
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '' && !part.startsWith('X-'));
  const until = parts.find((part) => part.startsWith('UNTIL='))?.slice('UNTIL='.length);
  const untilDate = until === undefined ? null : readDateValue(until, undefined);
  if (until !== undefined && untilDate === null) {
    return {
      problem: {
        text: /*i18n*/ 'its repetition rule ends at a date that does not exist ({written})',
        values: { written: until },
      },
    };
  }
  const notOurs = parts.some((part) => !PARTS.test(part.split('=')[0] ?? ''));
  if (notOurs || isMisread(parts.join(';'))) return { problem: notUnderstood(value) };
  try {
    const recur = ICAL.Recur.fromString(parts.filter((p) => !p.startsWith('UNTIL=')).join(';'));
    if (recur.freq && recur.interval <= WIDEST_INTERVAL) return { recur, until: untilDate };
  } catch {
    // Whatever it disliked, the answer is the same.
  }
  return { problem: notUnderstood(value) };
}

function notUnderstood(value: string): Said {
  return {
    text: /*i18n*/ 'its repetition rule is not understood ({written})',
    values: { written: value.slice(0, 80) },
  };
}

/**
 * What ical.js 2.2 takes but follows wrongly: week numbers, the 20th Monday of a year, BYSETPOS but
 * among the weekdays of a month, and hours of an hourly rule. Reported, because a wrong day is worse
 * than none.
 */
function isMisread(rule: string): boolean {
  const monthly = /FREQ=MONTHLY|FREQ=YEARLY.*BYMONTH=|BYMONTH=.*FREQ=YEARLY/.test(rule);
  const byWeekday = /BYDAY=(?!.*\d(?:MO|TU|WE|TH|FR|SA|SU))/.test(rule) && !/BYMONTHDAY/.test(rule);
  return (
    /FREQ=(?:HOURLY|MINUTELY|SECONDLY).*BY(?:HOUR|MINUTE|SECOND)=/.test(rule) ||
    /BY(?:HOUR|MINUTE|SECOND)=.*FREQ=(?:HOURLY|MINUTELY|SECONDLY)/.test(rule) ||
    /BYWEEKNO=|\d\d(?:MO|TU|WE|TH|FR|SA|SU)/.test(rule) ||
    (rule.includes('BYSETPOS=') && !(monthly && byWeekday))
  );
}

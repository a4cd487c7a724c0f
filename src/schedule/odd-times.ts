import { Temporal } from 'temporal-polyfill';
import type { Plan } from '../contract/plan.ts';
import type { NamedDay } from '../message/named-days.ts';
import { departures, type PlannedGroup, type PlannedTiming } from './plan-quiet.ts';

/** From nine in the evening until eight, nobody likes to be rung out of bed. */
const LATE = 21;
const EARLY = 8;

/** Whether a day that a text names is a given one (2026-03-08), read at an instant in a zone. */
export function isDayMeant(named: NamedDay, day: string, zone: string, at: Date): boolean {
  const date = Temporal.PlainDate.from(day);
  const after = shown(zone, at).toPlainDate().until(date).days;
  if ('after' in named) return after === named.after;
  return date.dayOfWeek === named.weekday && after >= 0 && after <= named.within;
}

/**
 * The texts and calls that go out at night by their recipients' likeliest clock, quiet hours notwithstanding;
 * an email wakes nobody.
 */
export function oddHour(
  groups: readonly PlannedGroup[],
  planned: PlannedTiming,
): Plan['warnings']['oddHour'] {
  const ringing = groups.filter(({ channel }) => channel !== 'email');
  const goesOut = departures(planned);
  const times = ringing.map(({ channel, zones, n }) => {
    const then = shown(zones[0] ?? planned.home, goesOut(channel, zones));
    return { n, hour: then.hour, time: then.toPlainTime().toString({ smallestUnit: 'minute' }) };
  });
  const odd = times.filter(({ hour }) => hour >= LATE || hour < EARLY);
  const [most] = odd.toSorted(
    (one, other) => other.n - one.n || one.time.localeCompare(other.time),
  );
  return most ? { count: sum(odd), of: sum(times), time: most.time } : null;
}

/** What the clocks of a zone show; those of UTC where nobody knows the zone. */
function shown(zone: string, at: Date): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toZonedDateTimeISO(zone);
  } catch {
    return instant.toZonedDateTimeISO('UTC');
  }
}

function sum(groups: readonly { n: number }[]): number {
  return groups.reduce((total, { n }) => total + n, 0);
}

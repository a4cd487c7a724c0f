import type { Sentence } from '../../contract/said.ts';
import type { Window } from '../calendar.ts';
import { type Budget, OutOfSteps } from './bounded-iterator.ts';
import { type DateValue, isoDay } from './date-value.ts';
import { expandRule } from './expand-rule.ts';
import type { FileEvent } from './file-event.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { instantIn, resolve, type Zones, zoneOf } from './resolve-times.ts';
import type { Zone } from './zone.ts';

/** A time at which an event takes place. `wall` is the clock in the event's zone, as if UTC. */
export type Instance = { wall: number; instant: number };

/** The instances of an event within the window; `warning` says which are missing. */
export type Instances = { instances: Instance[]; warning: Sentence | null };

/** Hourly for almost three months; no appointment repeats more often. */
const MOST_INSTANCES = 2_000;
/** Rules of a single event may be followed this far: daily for more than a century. */
const STEPS_OF_EVENT = 50_000;

/**
 * When an event takes place: DTSTART, RRULE and RDATE without EXDATE (RFC 5545 3.8.5), in order of
 * time, within the window but for an event that does not recur. Throws UnknownZone.
 */
export function instancesOf(
  event: FileEvent,
  zones: Zones,
  window: Window,
  budget: Budget,
): Instances {
  const zone = zoneOf(event.start, zones);
  const first = { wall: event.start.wall, instant: instantIn(zone, event.start.wall) };
  if (!recurs(event)) return { instances: [first], warning: null };
  const byInstant = new Map<number, Instance>();
  const add = (instance: Instance) => {
    if (isWithin(instance.instant, window)) byInstant.set(instance.instant, instance);
  };
  add(first);
  for (const date of event.extraDates) {
    const instant = resolve(date, zones);
    add({
      instant,
      wall: date.kind === 'utc' && zone ? instant + zone.offsetAt(instant) : date.wall,
    });
  }
  const warning = follow(event, zone, window, budget, (wall) => {
    add({ wall, instant: instantIn(zone, wall) });
    return byInstant.size < MOST_INSTANCES;
  });
  const isExcepted = exceptions(event.exceptDates, zones);
  for (const instance of byInstant.values()) {
    if (isExcepted(instance)) byInstant.delete(instance.instant);
  }
  const instances = [...byInstant.values()].sort((a, b) => a.instant - b.instant);
  return { instances, warning };
}

/** Whether an event has instances, told apart by their original start. */
export function recurs({ rules, extraDates }: FileEvent): boolean {
  return rules.length > 0 || extraDates.length > 0;
}

export function isWithin(instant: number, { from, to }: Window): boolean {
  return instant >= from.getTime() && instant < to.getTime();
}

function follow(
  event: FileEvent,
  zone: Zone | null,
  window: Window,
  fileBudget: Budget,
  take: (wall: number) => boolean,
): Sentence | null {
  for (const rule of event.rules) {
    const allowed = Math.min(STEPS_OF_EVENT, fileBudget.steps);
    const budget = { steps: allowed };
    try {
      for (const wall of expandRule(rule, event.start.wall, window.from.getTime(), budget)) {
        const instant = instantIn(zone, wall);
        if (instant >= window.to.getTime() || isPast(rule, wall, instant)) break;
        if (!take(wall)) {
          return {
            text: /*i18n*/ 'It repeats more than {most, number} times; the first of them came in.',
            values: { most: MOST_INSTANCES },
          };
        }
      }
    } catch (error) {
      if (!(error instanceof OutOfSteps)) throw error;
      return /*i18n*/ 'Its repetition rule could not be followed to its end; some of its instances are missing.';
    } finally {
      fileBudget.steps -= allowed - Math.max(0, budget.steps);
    }
  }
  return null;
}

const DAY = 86_400_000;

/** UNTIL is inclusive; as a date it includes that whole day. */
function isPast({ until }: RecurrenceRule, wall: number, instant: number): boolean {
  if (until === null) return false;
  if (until.kind === 'utc') return instant > until.wall;
  return until.kind === 'date' ? wall >= until.wall + DAY : wall > until.wall;
}

/** Some calendars except a whole day where RFC 5545 wants the time; both are taken. */
function exceptions(dates: readonly DateValue[], zones: Zones): (instance: Instance) => boolean {
  const days = new Set(dates.filter((d) => d.kind === 'date').map((d) => isoDay(d.wall)));
  const times = new Set(dates.filter((d) => d.kind !== 'date').map((d) => resolve(d, zones)));
  return ({ wall, instant }) => times.has(instant) || (days.size > 0 && days.has(isoDay(wall)));
}

import { type DateValue, isoDay } from './date-value.ts';
import type { FileEvent } from './file-event.ts';
import type { Instance } from './instances-of.ts';
import { instantIn, resolve, wallIn, type Zones, zoneOf } from './resolve-times.ts';

const DAY = 86_400_000;

/** What tells an instance from the others of its event: `2026-11-30` or `2026-11-30T14:00:00Z`. */
export function instanceId(start: DateValue, { wall, instant }: Instance): string {
  if (start.kind === 'date') return isoDay(wall);
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/**
 * Where the instance that an override replaces stood, for an event that starts at `start`.
 * RECURRENCE-ID should be of DTSTART's kind (RFC 5545 3.8.4.4); where one calendar names only the
 * day, the event's time of day is meant, and the other way round. Throws UnknownZone.
 */
export function originOf(override: FileEvent, start: DateValue, zones: Zones): Instance {
  const id = override.recurrenceId ?? override.start;
  const zone = zoneOf(start, zones);
  if (start.kind !== 'date' && id.kind !== 'date') {
    const instant = resolve(id, zones);
    return { instant, wall: wallIn(zone, instant) };
  }
  const clock = id.kind === 'utc' ? wallIn(zone, id.wall) : id.wall;
  const timeOfDay = start.kind === 'date' ? 0 : start.wall - floorDay(start.wall);
  const wall = floorDay(clock) + timeOfDay;
  return { wall, instant: instantIn(zone, wall) };
}

function floorDay(wall: number): number {
  return Math.floor(wall / DAY) * DAY;
}

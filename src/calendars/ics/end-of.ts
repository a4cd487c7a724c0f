import type { FileEvent } from './file-event.ts';
import type { Instance } from './instances-of.ts';
import { instantIn, resolve, type Zones, zoneOf } from './resolve-times.ts';

const DAY = 86_400_000;

/** The instant at which an instance ends, in milliseconds. */
export type EndOf = (instance: Instance) => number;

/**
 * When the instances of an event end (RFC 5545 3.6.1, 3.8.2.2 and 3.8.2.5): by DTEND after the exact
 * time between it and DTSTART; whole days by the calendar; by DURATION its days by the calendar and
 * the rest exactly; without either after a day, or at once. Never before it starts. Throws UnknownZone.
 */
export function endOf(event: FileEvent, zones: Zones): EndOf {
  const { start, end, duration } = event;
  const zone = zoneOf(start, zones);
  if (duration) {
    return ({ wall }) => instantIn(zone, wall + duration.days * DAY) + duration.milliseconds;
  }
  if (start.kind === 'date') {
    const days = end ? Math.max(1, Math.round((end.wall - start.wall) / DAY)) : 1;
    return ({ wall }) => instantIn(zone, wall + days * DAY);
  }
  const exact = end ? Math.max(0, resolve(end, zones) - resolve(start, zones)) : 0;
  return ({ instant }) => instant + exact;
}

import type { FileEvent } from './file-event.ts';
import type { Instance } from './instances-of.ts';
import { originOf } from './override-origin.ts';
import { instantIn, resolve, wallIn, type Zones, zoneOf } from './resolve-times.ts';

/** An instance that follows a change: as which event, and when it takes place now. */
export type LaterChange = { as: FileEvent; instance: Instance };

/**
 * Tells what became of an instance through overrides with RANGE=THISANDFUTURE (RFC 5545 3.2.13): the
 * last one at or before it gives its words, and it moves as far on the clock as that one moved; null
 * where there is none. Throws UnknownZone.
 */
export function thisAndFuture(
  master: FileEvent,
  overrides: readonly FileEvent[],
  zones: Zones,
): (instance: Instance) => LaterChange | null {
  const zone = zoneOf(master.start, zones);
  const changes = overrides
    .filter((override) => override.thisAndFuture)
    .map((override) => {
      const origin = originOf(override, master.start, zones);
      const now = wallIn(zone, resolve(override.start, zones));
      return { as: override, from: origin.instant, shift: now - origin.wall };
    })
    .sort((a, b) => a.from - b.from);
  return ({ wall, instant }) => {
    const change = changes.findLast(({ from }) => from <= instant);
    if (!change) return null;
    const moved = instantIn(zone, wall + change.shift);
    const own = wallIn(zoneOf(change.as.start, zones), moved);
    return { as: change.as, instance: { wall: own, instant: moved } };
  };
}

/** A time zone with its rules. */
export type Zone = {
  /** IANA name, or null where the rules come from the file and have no such name. */
  name: string | null;
  /** Milliseconds that its clocks are ahead of UTC at an instant (milliseconds since 1970). */
  offsetAt(instant: number): number;
};

const DAY = 86_400_000;

/**
 * The instant that a wall clock shows (`wall`: as if it were UTC, in milliseconds). By RFC 5545 3.3.5
 * a time that exists twice is the first one, and one that does not exist is read with the offset
 * from before the clocks went forward.
 */
export function instantOf(zone: Zone, wall: number): number {
  const midnight = Math.floor(wall / DAY) * DAY;
  // Zones change at most once in these three days; asking at midnights lets the zone remember.
  const before = zone.offsetAt(midnight - DAY);
  const after = zone.offsetAt(midnight + 2 * DAY);
  if (before === after) return wall - before;
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (zone.offsetAt(early) === wall - early) return early;
  if (zone.offsetAt(late) === wall - late) return late;
  return wall - before;
}

/** The wall clock at an instant, as if it were UTC, in milliseconds. */
export function wallOf(zone: Zone, instant: number): number {
  return instant + zone.offsetAt(instant);
}

export const utc: Zone = { name: 'UTC', offsetAt: () => 0 };

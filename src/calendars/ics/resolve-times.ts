import type { Sentence } from '../../contract/said.ts';
import type { DateValue } from './date-value.ts';
import { instantOf, wallOf, type Zone } from './zone.ts';
import type { FindZone } from './zone-finder.ts';

/** The zones that times of a file are read in. */
export type Zones = {
  find: FindZone;
  /** For floating times and whole days. */
  account: Zone;
  /** IANA name under which times in UTC, or in a zone without a name, are shown. */
  shown: string;
};

/** A TZID that neither we nor the file know. */
export class UnknownZone extends Error {
  readonly sentence: Sentence;

  constructor(zone: string) {
    super();
    this.sentence = {
      text: /*i18n*/ 'Its time zone is unknown ({zone}) and the file does not describe it.',
      values: { zone: zone.slice(0, 80) },
    };
  }
}

/** The zone in which a value's wall clock is meant; null for UTC. Throws UnknownZone. */
export function zoneOf(value: DateValue, zones: Zones): Zone | null {
  if (value.kind === 'utc') return null;
  if (value.kind !== 'zoned') return zones.account;
  const zone = zones.find(value.zone);
  if (zone) return zone;
  throw new UnknownZone(value.zone);
}

/** The instant of a value, in milliseconds. Throws UnknownZone. */
export function resolve(value: DateValue, zones: Zones): number {
  return instantIn(zoneOf(value, zones), value.wall);
}

/** The instant of a wall clock in a zone; null stands for UTC. */
export function instantIn(zone: Zone | null, wall: number): number {
  return zone ? instantOf(zone, wall) : wall;
}

/** The wall clock of an instant in a zone; null stands for UTC. */
export function wallIn(zone: Zone | null, instant: number): number {
  return zone ? wallOf(zone, instant) : instant;
}

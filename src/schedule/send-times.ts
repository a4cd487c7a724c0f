import type { Sentence } from '../contract/said.ts';
import type { SendLater } from '../contract/timing.ts';
import { likelyInstantOf } from '../platform/wall-clock.ts';
import { type SendTimeProblem, sendTimeIn, sendTimeSentence } from './send-time.ts';

/** IANA names of where one person may be, the likeliest first. */
export type PersonZones = readonly string[];

/** When the first and the last of an audience are written to; the same but in recipients' own zones. */
export type SendTimes = { earliest: Date; latest: Date };

/**
 * When a wall clock shows for an audience: once in the zone that is named, or in each recipient's own
 * (`audience`: the distinct zones of the people in it). Where it is skipped, comes twice or has passed
 * for somebody, that is asked about, with the zones named.
 */
export function resolveSendTimes(
  { wall, zone }: SendLater,
  audience: readonly PersonZones[],
  home: string,
  now: Date,
): SendTimes | { problem: SendTimeProblem; message: Sentence } {
  const zones =
    zone === 'recipient'
      ? [...new Set(audience.flatMap((person) => consulted(person, home)))]
      : [zone];
  const found = zones.map((name) => ({ name, time: sendTimeIn(name, wall, now) }));
  const [wrong] = found.flatMap(({ time }) => (time instanceof Date ? [] : [time]));
  if (wrong !== undefined) {
    const where = found.filter(({ time }) => time === wrong).map(({ name }) => name);
    return { problem: wrong, message: sendTimeSentence(wrong, wall, where) };
  }
  const times = found.flatMap(({ time }) => (time instanceof Date ? [time.getTime()] : []));
  // Nobody has a zone where nobody is: then the account's own is as good as any.
  const latest = times.length > 0 ? Math.max(...times) : now.getTime();
  const earliest = times.length > 0 ? Math.min(...times) : latest;
  return { earliest: new Date(earliest), latest: new Date(latest) };
}

/**
 * When a wall clock shows for one person: by the account's zone where they may be in it, else when it
 * has come in all of theirs. Nobody is asked any more; null for what is in no calendar.
 */
export function personSendTime(wall: string, person: PersonZones, home: string): Date | null {
  const times = consulted(person, home).map(
    (zone) => likelyInstantOf(zone, wall)?.getTime() ?? null,
  );
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}

function consulted(person: PersonZones, home: string): PersonZones {
  return person.includes(home) ? [home] : person;
}

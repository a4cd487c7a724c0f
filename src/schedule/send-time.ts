import type { Said } from '../contract/said.ts';
import { instantOfWall, type WallClockProblem, wallClockSentence } from '../platform/wall-clock.ts';

/** Why a wall clock is no time to send at. */
export type SendTimeProblem = WallClockProblem | 'time_is_past';

/** The instant at which a wall clock shows in a zone, if it is one to send at. */
export function sendTimeIn(zone: string, wall: string, now: Date): Date | SendTimeProblem {
  const instant = instantOfWall(zone, wall);
  if (!(instant instanceof Date)) return instant;
  return instant.getTime() <= now.getTime() ? 'time_is_past' : instant;
}

/** What is wrong with a wall clock in these zones, and what to do, for the person who chose it. */
export function sendTimeSentence(
  problem: SendTimeProblem,
  wall: string,
  zones: readonly string[],
): Said {
  const where = named(zones);
  if (problem !== 'time_is_past') return wallClockSentence(problem, wall, where);
  return {
    text: /*i18n*/ '{moment} in {where} has passed.',
    values: { moment: `${wall.slice(0, 10)} ${wall.slice(11)}`, where },
  };
}

/** More than these are counted, not named. */
const NAMED = 5;

function named(zones: readonly string[]): string | Said {
  const shown = zones.length > NAMED ? zones.slice(0, NAMED - 1) : zones;
  const count = zones.length - shown.length;
  if (count > 0) {
    return {
      text: /*i18n*/ '{zones} and {count} more zones',
      values: { zones: shown.join(', '), count },
    };
  }
  const last = shown.at(-1) ?? '';
  if (shown.length < 2) return last;
  return {
    text: /*i18n*/ '{zones} and {last}',
    values: { zones: shown.slice(0, -1).join(', '), last },
  };
}

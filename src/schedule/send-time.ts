import { Temporal } from 'temporal-polyfill';
import type { SendLater } from '../contract/broadcast.ts';

/** Why a wall clock is no time to send at. */
export type SendTimeProblem = {
  code: 'time_does_not_exist' | 'time_exists_twice' | 'time_is_past' | 'invalid_time';
  message: string;
};

/**
 * The instant at which a wall clock shows in a zone. A time that the clocks skip or show twice is
 * not guessed at (Temporal's disambiguation 'reject'): the person is asked for another.
 */
export function resolveSendTime(
  { wall, zone }: SendLater,
  now: Date,
): { instant: Date } | { problem: SendTimeProblem } {
  const plain = readPlain(wall);
  if (!plain) {
    return problem('invalid_time', `There is no ${wall.replace('T', ' ')} in the calendar.`);
  }
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier || !later) throw new Error('two readings of a wall clock');
  if (!later.toPlainDateTime().equals(plain)) {
    return problem(
      'time_does_not_exist',
      `On that day the clocks in ${zone} go from before ${wall.slice(11)} straight past it; choose a time before or after.`,
    );
  }
  if (!earlier.equals(later)) {
    return problem(
      'time_exists_twice',
      `On that day the clocks in ${zone} show ${wall.slice(11)} twice; choose a time before or after that hour.`,
    );
  }
  const instant = new Date(earlier.epochMilliseconds);
  if (instant.getTime() <= now.getTime()) {
    return problem('time_is_past', `${wall.replace('T', ' ')} in ${zone} has passed.`);
  }
  return { instant };
}

function readPlain(wall: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function problem(code: SendTimeProblem['code'], message: string): { problem: SendTimeProblem } {
  return { problem: { code, message } };
}

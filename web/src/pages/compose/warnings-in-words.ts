import { plural, t } from '@lingui/core/macro';
import type { Plan } from '../../../../src/contract/plan.ts';
import { count, listed } from '../../format/count.ts';
import { wallTime } from '../../format/time.ts';

type Warnings = Plan['warnings'];

/** What is unusual about a message, each in one sentence with the number that is. */
export function warningsInWords({
  warnings,
  reached,
}: Pick<Plan, 'warnings' | 'reached'>): string[] {
  const { wrongDay, oddHour, firstToMany } = warnings;
  return [
    ...(wrongDay ? [wrongDayInWords(wrongDay)] : []),
    ...(oddHour ? [oddHourInWords(oddHour)] : []),
    ...(firstToMany ? [firstInWords(reached)] : []),
  ];
}

function wrongDayInWords({ words, people, of }: NonNullable<Warnings['wrongDay']>): string {
  const said = listed(words.map((word) => t`“${word}”`));
  if (people === of) {
    return plural(of, {
      one: `It says ${said}, but the appointment is on another day.`,
      other: `It says ${said}, but all # have their appointment on another day.`,
    });
  }
  const all = count(of);
  return plural(people, {
    one: `It says ${said}, but # of ${all} has their appointment on another day.`,
    other: `It says ${said}, but # of ${all} have their appointment on another day.`,
  });
}

function oddHourInWords({ count: odd, of, time }: NonNullable<Warnings['oddHour']>): string {
  const hour = wallTime(time);
  const all = count(of);
  if (odd === of) {
    return plural(of, {
      one: `It is ${hour} where it goes: an odd hour for a text or a call.`,
      other: `It is ${hour} for most of these #: an odd hour for texts and calls.`,
    });
  }
  return plural(odd, {
    one: `# of ${all} goes out at an odd hour: it is ${hour} there.`,
    other: `# of ${all} go out at an odd hour: for most of them it is ${hour}.`,
  });
}

function firstInWords(reached: number): string {
  return plural(reached, {
    one: 'This is the first message of this account to so many: # person.',
    other: 'This is the first message of this account to so many: # people.',
  });
}

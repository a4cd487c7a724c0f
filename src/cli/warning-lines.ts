import type { Plan } from '../contract/plan.ts';

/** What is unusual about a message, as lines below its plan. */
export function warningLines({ warnings, reached }: Plan): string[] {
  const { wrongDay, oddHour, firstToMany } = warnings;
  return [
    ...(wrongDay
      ? [
          `  it says ${wrongDay.words.map((word) => `“${word}”`).join(' and ')}, but ${wrongDay.people} of ${wrongDay.of} have their appointment on another day`,
        ]
      : []),
    ...(oddHour
      ? [
          `  ${oddHour.count} of ${oddHour.of} texts and calls go out at an odd hour: ${oddHour.time} for most of these`,
        ]
      : []),
    ...(firstToMany ? [`  the first message of this account to so many: ${reached} people`] : []),
  ];
}

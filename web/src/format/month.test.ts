import { expect, test } from 'vitest';
import { addMonths, dayInMonth, firstWeekday, weekdayOf, weeksOf } from './month.ts';

test.each([
  ['en-US', 7],
  ['en-GB', 1],
  ['fr-FR', 1],
  ['es-MX', 7],
  ['es', 1],
])('weeks of %s begin on day %i', (tag, first) => {
  expect(firstWeekday(tag)).toBe(first);
});

test('a month has whole weeks, from the day with which they begin', () => {
  const american = weeksOf('2026-11', 7);
  expect(american.map(([first]) => first)).toEqual([
    ...['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29'],
  ]);
  const french = weeksOf('2026-11', 1);
  expect([french[0]?.[0], french.at(-1)?.at(-1), french.length]).toEqual([
    '2026-10-26',
    '2026-12-06',
    6,
  ]);
  expect(weeksOf('2027-02', 1).flat()).toHaveLength(28);
});

test('months are counted over the ends of years, and days kept where they are', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-03', 12)]).toEqual([
    ...['2027-01', '2025-12', '2027-03'],
  ]);
  expect([dayInMonth('2026-03-31', '2027-02'), dayInMonth('2026-03-08', '2026-02')]).toEqual([
    ...['2027-02-28', '2026-02-08'],
  ]);
  expect([weekdayOf('2026-11-29'), weekdayOf('2026-11-30')]).toEqual([7, 1]);
});

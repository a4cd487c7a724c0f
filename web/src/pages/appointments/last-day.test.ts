import { expect, it } from 'vitest';
import { lastDay } from './last-day.ts';

const zone = 'America/New_York';

it.each([
  ['within a day', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', false, null],
  ['until midnight', '2026-11-24T14:00:00Z', '2026-11-25T05:00:00Z', false, null],
  ['overnight', '2026-11-24T22:00:00Z', '2026-11-25T12:00:00Z', false, '2026-11-25'],
  ['without an end of its own', '2026-11-24T05:00:00Z', '2026-11-24T05:00:00Z', false, null],
  ['one whole day', '2026-11-24T05:00:00Z', '2026-11-25T05:00:00Z', true, null],
  ['one whole day elsewhere', '2026-11-24T15:00:00Z', '2026-11-25T15:00:00Z', true, null],
  ['four whole days', '2026-11-24T05:00:00Z', '2026-11-28T05:00:00Z', true, '2026-11-27'],
])('%s', (_, startsAt, endsAt, allDay, expected) => {
  expect(lastDay({ day: '2026-11-24', startsAt, endsAt, allDay }, zone)).toBe(expected);
});

it('counts the long day of autumn as one', () => {
  const startsAt = '2026-10-31T04:00:00Z';
  const endsAt = '2026-11-02T05:00:00Z';
  expect(lastDay({ day: '2026-10-31', startsAt, endsAt, allDay: true }, zone)).toBe('2026-11-01');
});

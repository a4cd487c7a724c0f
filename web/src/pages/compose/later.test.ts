import { expect, it } from 'vitest';
import { inAnHour, tomorrowMorning } from './later.ts';

const night = Date.parse('2027-03-09T04:30:20Z');

it('says tomorrow by the day of the chosen zone', () => {
  expect(tomorrowMorning('America/New_York', 'Europe/Berlin', night)).toEqual({
    date: '2027-03-09',
    time: '09:00',
    zone: 'America/New_York',
  });
  expect(tomorrowMorning('Europe/Berlin', 'America/New_York', night).date).toBe('2027-03-10');
});

it('is never less than an hour away, and goes over midnight', () => {
  expect(inAnHour('America/New_York', 'Europe/Berlin', night)).toEqual({
    date: '2027-03-09',
    time: '00:31',
    zone: 'America/New_York',
  });
});

it('goes by the clock of the account where everybody has their own', () => {
  expect(inAnHour('recipient', 'Europe/Berlin', night)).toEqual({
    date: '2027-03-09',
    time: '06:31',
    zone: 'recipient',
  });
});

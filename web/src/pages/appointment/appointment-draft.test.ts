import { expect, test } from 'vitest';
import { draftOf, newDraft, requestOf, withStart } from './appointment-draft.ts';

const none = { scheduled: 0, sent: 0, failed: 0, uncertain: 0 };
const appointment = {
  ...{ id: 'a', calendarId: 'c', title: 'Check-up', location: '', day: '2027-03-08' },
  startsAt: '2027-03-13T23:00:00.000Z',
  endsAt: '2027-03-14T23:00:00.000Z',
  timeZone: 'Europe/Berlin',
  ...{ allDay: true, status: 'confirmed' as const, isTypedIn: true, messages: none },
  participants: [],
};

test('whole days come back as they were typed', () => {
  const times = { start: '2027-03-14', end: '2027-03-14', timeZone: 'Europe/Berlin' };
  expect(requestOf(draftOf(appointment))).toMatchObject({ calendarId: 'c', times });
});

test('so do times, by the clock of their zone', () => {
  const timed = { ...appointment, allDay: false, endsAt: '2027-03-14T00:15:00.000Z' };
  const times = { start: '2027-03-14T00:00', end: '2027-03-14T01:15', timeZone: 'Europe/Berlin' };
  expect(requestOf(draftOf(timed))).toMatchObject({ times });
});

test('a new one is half an hour from the next full hour on, also past midnight', () => {
  const draft = newDraft('America/New_York', Date.parse('2027-03-09T04:20:00Z'));
  expect(draft).toMatchObject({ day: '2027-03-09', time: '00:00', endTime: '00:30' });
});

test('the end goes along with the start, and waits while the start is being typed', () => {
  const draft = newDraft('UTC', Date.parse('2027-03-09T22:20:00Z'));
  const moved = withStart(draft, { time: '23:45' });
  expect(moved).toMatchObject({ day: '2027-03-09', lastDay: '2027-03-10', endTime: '00:15' });
  expect(withStart(moved, { day: '' })).toMatchObject({ day: '', lastDay: '2027-03-10' });
});

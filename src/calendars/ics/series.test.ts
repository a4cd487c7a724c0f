import { expect, test } from 'vitest';
import { inEnglish } from '../../../test/support/in-english.ts';
import type { CalendarEvent, ParsedCalendar } from '../calendar.ts';
import { parseIcs } from './parse-ics.ts';

const window = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };

function parse(...events: string[][]): ParsedCalendar {
  const text = [
    'BEGIN:VCALENDAR',
    ...events.flatMap((e) => ['BEGIN:VEVENT', 'UID:a', ...e, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\n');
  const parsed = inEnglish(parseIcs(text, { timeZone: 'America/New_York', window }));
  if ('unreadable' in parsed) throw new Error(String(parsed.unreadable));
  return parsed;
}

const WEEKLY = [
  'SUMMARY:Physio',
  'DTSTART;TZID=America/New_York:20261102T090000',
  'DTEND;TZID=America/New_York:20261102T093000',
  'RRULE:FREQ=WEEKLY;COUNT=4',
];
const brief = ({ events }: ParsedCalendar) =>
  [...events]
    .sort((a, b) => a.instance.localeCompare(b.instance))
    .map(
      (e: CalendarEvent) =>
        `${e.instance} ${e.startsAt.toISOString().slice(5, 16)} ${e.title} ${e.status}`,
    );

test('each instance has its own name: its original start', () => {
  expect(brief(parse(WEEKLY))).toEqual([
    '2026-11-02T14:00:00Z 11-02T14:00 Physio confirmed',
    '2026-11-09T14:00:00Z 11-09T14:00 Physio confirmed',
    '2026-11-16T14:00:00Z 11-16T14:00 Physio confirmed',
    '2026-11-23T14:00:00Z 11-23T14:00 Physio confirmed',
  ]);
});

test('moved, cancelled, excepted and added instances', () => {
  const parsed = parse(
    [
      ...WEEKLY,
      'EXDATE;TZID=America/New_York:20261116T090000',
      'RDATE;TZID=America/New_York:20261201T080000',
    ],
    [
      'RECURRENCE-ID;TZID=America/New_York:20261109T090000',
      'DTSTART;TZID=America/New_York:20261110T110000',
      'SUMMARY:Moved',
    ],
    [
      'RECURRENCE-ID:20261123T140000Z',
      'DTSTART:20261123T140000Z',
      'STATUS:CANCELLED',
      'SUMMARY:Physio',
    ],
  );
  expect(brief(parsed)).toEqual([
    '2026-11-02T14:00:00Z 11-02T14:00 Physio confirmed',
    '2026-11-09T14:00:00Z 11-10T16:00 Moved confirmed',
    '2026-11-23T14:00:00Z 11-23T14:00 Physio cancelled',
    '2026-12-01T13:00:00Z 12-01T13:00 Physio confirmed',
  ]);
  expect(parsed.wholeSeries).toEqual(new Set(['a']));
});

test('this and future instances take the words and the move of their override', () => {
  const parsed = parse(WEEKLY, [
    'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20261116T090000',
    'DTSTART;TZID=America/New_York:20261117T103000',
    'DTEND;TZID=America/New_York:20261117T113000',
    'SUMMARY:Later',
  ]);
  expect(brief(parsed)).toEqual([
    '2026-11-02T14:00:00Z 11-02T14:00 Physio confirmed',
    '2026-11-09T14:00:00Z 11-09T14:00 Physio confirmed',
    '2026-11-16T14:00:00Z 11-17T15:30 Later confirmed',
    '2026-11-23T14:00:00Z 11-24T15:30 Later confirmed',
  ]);
  expect(parsed.events.at(-1)?.endsAt.toISOString()).toBe('2026-11-24T16:30:00.000Z');
});

test('an override may stand before its event, name only the day, or stand alone', () => {
  const override = [
    'RECURRENCE-ID;VALUE=DATE:20261109',
    'DTSTART:20261109T160000Z',
    'SUMMARY:Moved',
  ];
  expect(brief(parse(override, WEEKLY))[1]).toBe(
    '2026-11-09T14:00:00Z 11-09T16:00 Moved confirmed',
  );
  const alone = parse([
    'RECURRENCE-ID:20261109T140000Z',
    'DTSTART:20261110T140000Z',
    'SUMMARY:Moved',
  ]);
  expect(brief(alone)).toEqual(['2026-11-09T14:00:00Z 11-10T14:00 Moved confirmed']);
  expect(alone.wholeSeries.size).toBe(0);
});

test('an instance moved out of the window still comes, so that its old place is given up', () => {
  const parsed = parse(WEEKLY, [
    'RECURRENCE-ID:20261109T140000Z',
    'DTSTART:20280101T140000Z',
    'SUMMARY:Far',
  ]);
  expect(brief(parsed)[1]).toBe('2026-11-09T14:00:00Z 01-01T14:00 Far confirmed');
});

test('whole days repeat by the calendar, whatever the clocks do', () => {
  const parsed = parse([
    'DTSTART;VALUE=DATE:20261031',
    'RRULE:FREQ=DAILY;COUNT=3',
    'SUMMARY:Fair',
    'EXDATE;VALUE=DATE:20261102',
  ]);
  expect(brief(parsed)).toEqual(['2026-11-01 11-01T04:00 Fair confirmed']);
});

test('a rule is cut to the window, and to 2,000 instances with a word about it', () => {
  expect(parse(['DTSTART:20200101T090000', 'RRULE:FREQ=DAILY', 'SUMMARY:x']).events).toHaveLength(
    61,
  );
  const { events, problems, wholeSeries } = parse([
    'DTSTART:20261102T090000',
    'RRULE:FREQ=MINUTELY',
    'SUMMARY:x',
  ]);
  expect(events).toHaveLength(2000);
  expect(problems[0]?.message).toContain('more than 2,000 times');
  expect(wholeSeries.size).toBe(0);
});

test('a rule that never comes true ends in a problem, not in a hang', () => {
  const { problems } = parse([
    'DTSTART:20261102T090000',
    'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'SUMMARY:x',
  ]);
  expect(problems[0]?.message).toContain('could not be followed');
});

test('a single event outside the window comes in', () => {
  expect(brief(parse(['DTSTART:20280101T090000Z', 'SUMMARY:x']))).toEqual([
    ' 01-01T09:00 x confirmed',
  ]);
});

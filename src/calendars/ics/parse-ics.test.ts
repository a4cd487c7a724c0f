import { expect, test } from 'vitest';
import { inEnglish } from '../../../test/support/in-english.ts';
import type { CalendarEvent, ParsedCalendar } from '../calendar.ts';
import { parseIcs } from './parse-ics.ts';

const window = { from: new Date('2026-10-01T00:00:00Z'), to: new Date('2027-12-31T00:00:00Z') };

function parse(...lines: string[]): ParsedCalendar {
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const parsed = inEnglish(parseIcs(text, { timeZone: 'America/New_York', window }));
  if ('unreadable' in parsed) throw new Error(String(parsed.unreadable));
  return parsed;
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT'];
const one = (...lines: string[]) => {
  const { events, problems } = parse(...event(...lines));
  const [first] = events;
  if (!first) throw new Error(problems[0]?.message ?? 'no event');
  return first;
};
const times = ({ startsAt, endsAt }: CalendarEvent) => [
  startsAt.toISOString(),
  endsAt.toISOString(),
];

test('all that one event says', () => {
  expect(
    one(
      'SUMMARY:Check-up\\, first visit\\; long',
      'DESCRIPTION:Patient: Ana\\nMobile: 212 55',
      ' 5 0123\\\\',
      'LOCATION:Room 2',
      'DTSTART;TZID=America/New_York:20261130T090000',
      'DTEND;TZID="America/New_York":20261130T093000',
      'STATUS:TENTATIVE',
      'ATTENDEE;CN="Ruiz, Ana";PARTSTAT=ACCEPTED:mailto:ana@example.com',
    ),
  ).toEqual({
    uid: 'a',
    instance: '',
    title: 'Check-up, first visit; long',
    description: 'Patient: Ana\nMobile: 212 555 0123\\',
    location: 'Room 2',
    startsAt: new Date('2026-11-30T14:00:00Z'),
    endsAt: new Date('2026-11-30T14:30:00Z'),
    timeZone: 'America/New_York',
    allDay: false,
    status: 'tentative',
    attendees: [{ name: 'Ruiz, Ana', email: 'ana@example.com', phone: '', answer: 'confirmed' }],
  });
});

test.each([
  [
    'floating is the account’s zone',
    'DTSTART:20261130T090000',
    'DTEND:20261130T100000',
    '2026-11-30T14:00',
    '2026-11-30T15:00',
  ],
  ['UTC', 'DTSTART:20261130T140000Z', 'DURATION:PT45M', '2026-11-30T14:00', '2026-11-30T14:45'],
  ['no end', 'DTSTART:20261130T140000Z', 'X-A:1', '2026-11-30T14:00', '2026-11-30T14:00'],
  ['a whole day', 'DTSTART;VALUE=DATE:20261130', 'X-A:1', '2026-11-30T05:00', '2026-12-01T05:00'],
  [
    'three days',
    'DTSTART;VALUE=DATE:20261030',
    'DTEND;VALUE=DATE:20261102',
    '2026-10-30T04:00',
    '2026-11-02T05:00',
  ],
  [
    'a day by DURATION follows the calendar',
    'DTSTART:20261031T120000',
    'DURATION:P1D',
    '2026-10-31T16:00',
    '2026-11-01T17:00',
  ],
  [
    '24 hours do not',
    'DTSTART:20261031T120000',
    'DURATION:PT24H',
    '2026-10-31T16:00',
    '2026-11-01T16:00',
  ],
  [
    'a Windows zone',
    'DTSTART;TZID=Pacific Standard Time:20261130T090000',
    'X-A:1',
    '2026-11-30T17:00',
    '2026-11-30T17:00',
  ],
  [
    'a zone behind a path',
    'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Stockholm:20261130T090000',
    'X-A:1',
    '2026-11-30T08:00',
    '2026-11-30T08:00',
  ],
  [
    'a time that does not exist',
    'DTSTART;TZID=America/New_York:20270314T023000',
    'X-A:1',
    '2027-03-14T07:30',
    '2027-03-14T07:30',
  ],
  [
    'a time that exists twice',
    'DTSTART;TZID=America/New_York:20261101T013000',
    'X-A:1',
    '2026-11-01T05:30',
    '2026-11-01T05:30',
  ],
  [
    'it ends before it starts',
    'DTSTART:20261130T140000Z',
    'DTEND:20261130T130000Z',
    '2026-11-30T14:00',
    '2026-11-30T14:00',
  ],
])('%s', (_, start, end, startsAt, endsAt) => {
  expect(times(one(start, end))).toEqual([`${startsAt}:00.000Z`, `${endsAt}:00.000Z`]);
});

test('times in UTC are shown in the zone that the calendar names', () => {
  const { events, name } = parse(
    'X-WR-CALNAME:Hill Street',
    ...event('DTSTART:20261130T140000Z'),
    'X-WR-TIMEZONE:America/Chicago',
  );
  expect([name, events[0]?.timeZone]).toEqual(['Hill Street', 'America/Chicago']);
});

test.each([
  ['DTSTART:20260230T090000', /DTSTART in line 4 .* exists \(20260230T090000\)/],
  ['DTSTART:20261130T250000', /DTSTART/],
  ['DTSTART:soon', /DTSTART/],
  ['SUMMARY:x', /no start/],
  ['DTSTART:20261130T090000\r\nDTEND:20261131', /DTEND/],
  ['DTSTART:20261130T090000\r\nDURATION:an hour', /DURATION/],
  ['DTSTART:20261130T090000\r\nRRULE:FREQ=SOMETIMES', /repetition rule is not understood/],
  ['DTSTART:20261130T090000\r\nRRULE:FREQ=DAILY;UNTIL=20261340', /ends at a date/],
  ['DTSTART:20261130T090000\r\nEXDATE:never', /EXDATE/],
  ['DTSTART:20261130T090000\r\nthis is no line', /Line 5/],
  ['DTSTART:20261130T090000\r\nX-A;B="open:1', /Line 5/],
])('%j is reported with its line, and the next event comes in', (lines, message) => {
  const { events, problems, problemCount } = parse(
    ...event(lines),
    ...['BEGIN:VEVENT', 'UID:b', 'DTSTART:20261130T090000', 'END:VEVENT'],
  );
  expect(events.map((e) => e.uid)).toEqual(['b']);
  expect(problems).toEqual([
    { line: 2, title: expect.any(String), message: expect.stringMatching(message) },
  ]);
  expect(problemCount).toBe(1);
});

test('an event without END does not swallow the next', () => {
  const { events, problems } = parse(
    'BEGIN:VEVENT',
    'UID:a',
    'SUMMARY:First',
    'DTSTART:20261130T090000',
    ...['BEGIN:VEVENT', 'UID:b', 'DTSTART:20261130T090000', 'END:VEVENT'],
  );
  expect(events.map((e) => e.uid)).toEqual(['b']);
  expect(problems).toMatchObject(
    [{ line: 2, title: 'First', message: /cut off/ }].map((p) => ({
      ...p,
      message: expect.stringMatching(p.message),
    })),
  );
});

test('alarms inside an event are passed over, broken ones too', () => {
  expect(
    one(
      'DTSTART:20261130T090000',
      'BEGIN:VALARM',
      'DESCRIPTION:Not this',
      'broken',
      'END:VALARM',
      'DESCRIPTION:This',
    ).description,
  ).toBe('This');
});

test.each(['\n', '\r', '\r\n'])(
  'lines may end with %j, and a byte order mark is no text',
  (end) => {
    const text = [
      '\ufeffBEGIN:VCALENDAR',
      ...event('SUMMARY:Ana', '  Ruiz', 'DTSTART:20261130T090000'),
      'END:VCALENDAR',
    ].join(end);
    const parsed = inEnglish(parseIcs(text, { timeZone: 'UTC', window }));
    expect(parsed).toMatchObject({ events: [{ title: 'Ana Ruiz' }], problemCount: 0 });
  },
);

test('a revision with a higher SEQUENCE counts, wherever it stands', () => {
  const { events } = parse(
    ...event('SUMMARY:New', 'SEQUENCE:2', 'DTSTART:20261130T090000'),
    ...event('SUMMARY:Old', 'SEQUENCE:1', 'DTSTART:20261130T090000'),
  );
  expect(events.map((e) => e.title)).toEqual(['New']);
});

test('METHOD:CANCEL cancels what the file holds, even without a start', () => {
  const { events } = parse(...event('RECURRENCE-ID:20261130T140000Z'), 'METHOD:CANCEL');
  expect(events).toMatchObject([{ instance: '2026-11-30T14:00:00Z', status: 'cancelled' }]);
});

import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parseIcs } from './parse-ics.ts';
import { splitComponents } from './split-components.ts';

const window = { from: new Date('2026-10-01T00:00:00Z'), to: new Date('2027-12-31T00:00:00Z') };

/** Lines as a calendar has them, in no order, some broken. */
const lines = array(
  constantFrom(
    ...[
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
    ],
    ...[
      'BEGIN:VTIMEZONE',
      'END:VTIMEZONE',
      'BEGIN:STANDARD',
      'END:STANDARD',
      'TZID:Mine',
      'UID:a',
      'UID:b',
    ],
    ...[
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'DTSTART:20261101T020000',
      'DTSTART;TZID=Mine:20261130T090000',
    ],
    ...[
      'DTEND:20261130',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'RRULE:COUNT=3',
    ],
    ...[
      'RECURRENCE-ID:20261130T140000Z',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261207',
      'EXDATE:20261207,20261214',
    ],
    ...[
      'RDATE;VALUE=PERIOD:20261201T000000Z/PT1H',
      'ATTENDEE;CN="a',
      'ATTENDEE:tel:1',
      'SUMMARY:x',
      ' y',
      '',
      ':',
      ';',
      'X',
    ],
  ),
  { maxLength: 60 },
);

test('whatever the lines, parsing ends with a value', async () => {
  await assert(
    property(lines, (some) => {
      const text = ['BEGIN:VCALENDAR', ...some, 'END:VCALENDAR'].join('\r\n');
      const parsed = parseIcs(text, { timeZone: 'America/New_York', window });
      if ('unreadable' in parsed) return parsed.unreadable !== '';
      return parsed.events.every((e) => e.startsAt <= e.endsAt) && parsed.problems.length <= 100;
    }),
    { numRuns: 1000 },
  );
});

test('whatever the text, splitting ends', async () => {
  await assert(
    property(
      string({ unit: 'binary', maxLength: 300 }),
      (text) => [...splitComponents(text)].length >= 0,
    ),
  );
});

test('a good event comes in whatever stands around it', async () => {
  const good = ['BEGIN:VEVENT', 'UID:good', 'DTSTART:20261130T140000Z', 'END:VEVENT'];
  const noise = array(
    constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'END:VALARM', 'no line', 'DTSTART:1', 'UID:x'),
    { maxLength: 20 },
  );
  await assert(
    property(noise, noise, (before, after) => {
      const text = ['BEGIN:VCALENDAR', ...before, ...good, ...after, 'END:VCALENDAR'].join('\n');
      const parsed = parseIcs(text, { timeZone: 'UTC', window });
      expect('events' in parsed && parsed.events.map((e) => e.uid)).toContain('good');
    }),
  );
});

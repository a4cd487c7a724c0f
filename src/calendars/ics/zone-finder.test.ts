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
const starts = (events: readonly CalendarEvent[]) => events.map((e) => e.startsAt.toISOString());

const OWN_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Clinic',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

test.each([
  ['20261130T090000', '2026-11-30T14:00:00.000Z'],
  ['20261030T090000', '2026-10-30T13:00:00.000Z'],
  ['20261101T013000', '2026-11-01T05:30:00.000Z'],
  ['20270314T023000', '2027-03-14T07:30:00.000Z'],
])('%s by the file’s own rules, which may stand behind the event', (start, instant) => {
  const { events } = parse(...event(`DTSTART;TZID=Clinic:${start}`), ...OWN_ZONE);
  expect(starts(events)).toEqual([instant]);
  expect(events[0]?.timeZone).toBe('America/New_York');
});

test('our rules count where the file’s differ for a zone that we know', () => {
  const wrong = OWN_ZONE.map((line) => line.replace('TZID:Clinic', 'TZID:Europe/Stockholm'));
  const { events } = parse(...wrong, ...event('DTSTART;TZID=Europe/Stockholm:20261130T090000'));
  expect(starts(events)).toEqual(['2026-11-30T08:00:00.000Z']);
});

test('a zone that nobody knows is a problem of that event', () => {
  const { events, problems } = parse(
    ...event('SUMMARY:Lost', 'DTSTART;TZID=Mars:20261130T090000'),
    ...['BEGIN:VEVENT', 'UID:b', 'DTSTART:20261130T090000', 'END:VEVENT'],
  );
  expect(events.map((e) => e.uid)).toEqual(['b']);
  expect(problems).toEqual([
    { line: 2, title: 'Lost', message: expect.stringContaining('time zone is unknown (Mars)') },
  ]);
});

test.each([
  ['/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires', '2026-11-30T12:00:00.000Z'],
  ['america/new_york', '2026-11-30T14:00:00.000Z'],
  ['W. Europe Standard Time', '2026-11-30T08:00:00.000Z'],
  ['UTC', '2026-11-30T09:00:00.000Z'],
])('%s is known without being described', (tzid, instant) => {
  expect(starts(parse(...event(`DTSTART;TZID=${tzid}:20261130T090000`)).events)).toEqual([instant]);
});

test.each([
  'FREQ=SECONDLY',
  'FREQ=YEARLY;BYSECOND=1,2,3',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;X=1',
])('clocks that change by %s are not followed', (rule) => {
  const odd = OWN_ZONE.map((line) => (line.startsWith('RRULE') ? `RRULE:${rule}` : line));
  const { events, problemCount } = parse(...odd, ...event('DTSTART;TZID=Clinic:20261130T090000'));
  expect([events.length, problemCount]).toEqual([0, 1]);
});

test('each Windows name stands for a zone that this machine knows', async () => {
  const { ianaZone } = await import('./iana-zone.ts');
  const { windowsZones } = await import('./windows-zones.ts');
  expect([...windowsZones.values()].filter((name) => ianaZone(name) === null)).toEqual([]);
  expect(windowsZones.size).toBeGreaterThan(130);
});

test('a time in the zone UTC is shown where the calendar is', () => {
  const { events } = parse(...event('DTSTART;TZID=UTC:20261130T090000'));
  expect(events[0]?.timeZone).toBe('America/New_York');
});

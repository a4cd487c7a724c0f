import { expect, test } from 'vitest';
import { inEnglish } from '../../../test/support/in-english.ts';
import { parseIcs } from './parse-ics.ts';

/** Every day of the rule as `MM-DD` (or whatever `cut` keeps) of New York's clock, as RFC 5545 3.8.5.3 lists them. */
function days(start: string, rule: string, extra: string[] = [], years = 10): string[] {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART;TZID=America/New_York:${start}`,
    `RRULE:${rule}`,
    ...extra,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const from = new Date(`${start.slice(0, 4)}-01-01T00:00:00Z`);
  const to = new Date(from.getTime() + years * 366 * 86_400_000);
  const parsed = inEnglish(parseIcs(text, { timeZone: 'America/New_York', window: { from, to } }));
  if ('unreadable' in parsed) throw new Error(String(parsed.unreadable));
  const clock = new Intl.DateTimeFormat('sv', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parsed.events.map((event) => clock.format(event.startsAt).slice(2));
}

function at(time: string, ...listed: string[]): string[] {
  return listed.flatMap((line) => {
    const [year = '', month = '', ...numbers] = line.split(' ');
    return numbers.map((day) => `${year}-${month}-${day.padStart(2, '0')} ${time}`);
  });
}

const NINE = '09:00';

test.each<[string, string, string[]]>([
  ['19970902T090000', 'FREQ=DAILY;INTERVAL=10;COUNT=5', at(NINE, '97 09 2 12 22', '97 10 2 12')],
  [
    '19970902T090000',
    'FREQ=WEEKLY;COUNT=10',
    at(NINE, '97 09 2 9 16 23 30', '97 10 7 14 21 28', '97 11 4'),
  ],
  [
    '19970902T090000',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    at(NINE, '97 09 2 4 9 11 16 18 23 25 30', '97 10 2'),
  ],
  [
    '19970901T090000',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    at(
      NINE,
      '97 09 1 3 5 15 17 19 29',
      '97 10 1 3 13 15 17 27 29 31',
      '97 11 10 12 14 24 26 28',
      '97 12 8 10 12 22',
    ),
  ],
  [
    '19970905T090000',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    at(
      NINE,
      '97 09 5',
      '97 10 3',
      '97 11 7',
      '97 12 5',
      '98 01 2',
      '98 02 6',
      '98 03 6',
      '98 04 3',
      '98 05 1',
      '98 06 5',
    ),
  ],
  [
    '19970907T090000',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    at(NINE, '97 09 7 28', '97 11 2 30', '98 01 4 25', '98 03 1 29', '98 05 3 31'),
  ],
  [
    '19970922T090000',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    at(NINE, '97 09 22', '97 10 20', '97 11 17', '97 12 22', '98 01 19', '98 02 16'),
  ],
  [
    '19970928T090000',
    'FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6',
    at(NINE, '97 09 28', '97 10 29', '97 11 28', '97 12 29', '98 01 29', '98 02 26'),
  ],
  [
    '19970930T090000',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    at(NINE, '97 09 30', '97 10 1 31', '97 11 1 30', '97 12 1 31', '98 01 1 31', '98 02 1'),
  ],
  [
    '19970910T090000',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    at(NINE, '97 09 10 11 12 13 14 15', '99 03 10 11 12 13'),
  ],
  [
    '19970610T090000',
    'FREQ=YEARLY;COUNT=6;BYMONTH=6,7',
    at(NINE, '97 06 10', '97 07 10', '98 06 10', '98 07 10', '99 06 10', '99 07 10'),
  ],
  [
    '19970101T090000',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    at(
      NINE,
      '97 01 1',
      '97 04 10',
      '97 07 19',
      '00 01 1',
      '00 04 9',
      '00 07 18',
      '03 01 1',
      '03 04 10',
      '03 07 19',
      '06 01 1',
    ),
  ],
  [
    '19970913T090000',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=6',
    at(NINE, '97 09 13', '97 10 11', '97 11 8', '97 12 13', '98 01 10', '98 02 7'),
  ],
  [
    '19961105T090000',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
    at(NINE, '96 11 5', '00 11 7', '04 11 2'),
  ],
  [
    '19970904T090000',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    at(NINE, '97 09 4', '97 10 7', '97 11 6'),
  ],
  [
    '19970929T090000',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7',
    at(NINE, '97 09 29', '97 10 30', '97 11 27', '97 12 30', '98 01 29', '98 02 26', '98 03 30'),
  ],
  [
    '19970902T090000',
    'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z',
    ['97-09-02 09:00', '97-09-02 12:00'],
  ],
  [
    '19970902T090000',
    'FREQ=MINUTELY;INTERVAL=90;COUNT=4',
    ['97-09-02 09:00', '97-09-02 10:30', '97-09-02 12:00', '97-09-02 13:30'],
  ],
  [
    '19970805T090000',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    at(NINE, '97 08 5 10 19 24'),
  ],
  [
    '19970805T090000',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    at(NINE, '97 08 5 17 19 31'),
  ],
  [
    '20070115T090000',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    at(NINE, '07 01 15 30', '07 02 15', '07 03 15 30'),
  ],
])('%s %s', (start, rule, expected) => {
  expect(days(start, rule)).toEqual(expected);
});

test('daily until an instant in UTC stops at the clock of New York', () => {
  const found = days('19970902T090000', 'FREQ=DAILY;UNTIL=19971224T000000Z');
  expect(found).toHaveLength(113);
  expect(found.at(-1)).toBe('97-12-23 09:00');
});

test('each Friday the 13th, without the start that is none', () => {
  const found = days(
    '19970902T090000',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    ['EXDATE;TZID=America/New_York:19970902T090000'],
    4,
  );
  expect(found).toEqual(at(NINE, '98 02 13', '98 03 13', '98 11 13', '99 08 13', '00 10 13'));
});

test('a rule that began long ago goes on in step', () => {
  const text = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20000105T090000Z
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR;WKST=MO
END:VEVENT
END:VCALENDAR`;
  const window = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') };
  const parsed = inEnglish(parseIcs(text, { timeZone: 'UTC', window }));
  if ('unreadable' in parsed) throw new Error(String(parsed.unreadable));
  const weeks = parsed.events.map(
    (event) => (event.startsAt.getTime() - Date.parse('2000-01-03T00:00:00Z')) / (7 * 86_400_000),
  );
  expect(weeks.length).toBeGreaterThan(3);
  expect(weeks.every((week) => Math.floor(week) % 2 === 0)).toBe(true);
});

test.each([
  'FREQ=YEARLY;BYDAY=20MO',
  'FREQ=YEARLY;BYWEEKNO=20',
  'FREQ=DAILY;BYHOUR=9,10;BYSETPOS=1',
])('%s is reported rather than followed to wrong days', (rule) => {
  expect(days('19970519T090000', rule)).toEqual([]);
});

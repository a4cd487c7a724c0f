import type { ExampleLanguage } from '../../contract/example-clinic.ts';
import { internalDays, singleVisits, type Visit } from './clinic-visits.ts';
import { type ClinicWords, clinicWords } from './clinic-words.ts';
import { component, fold, newYork, text } from './ics-lines.ts';

const DAY = 86_400_000;
const WORKING_DAYS = 15;
const SLOTS = '0830 0900 0930 1000 1030 1100 1130 1300 1330 1400 1430 1500 1530 1600 1630'.split(
  ' ',
);

/**
 * The example clinic's calendar: 200 appointments on the fifteen working days from `from` on (a
 * Monday, as in 2026-11-30), in one of its languages. The same day makes the same file.
 */
export function makeClinic(from: string, language: ExampleLanguage = 'en'): string {
  const words = clinicWords[language];
  const visits = [...singleVisits(words), ...internalDays(words)];
  const events = visits.flatMap((visit, i) => singleEvent(visit, i, from));
  const lines = component('VCALENDAR', [
    'VERSION:2.0',
    'PRODID:-//Headsup//Example clinic//EN',
    'X-WR-CALNAME:Hill Street Clinic',
    'X-WR-TIMEZONE:America/New_York',
    ...newYork,
    ...events,
    ...monitorDay(words, from),
    ...weekly(words, from),
  ]);
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function singleEvent(visit: Visit, i: number, from: string): string[] {
  const day = dayAfter(from, i % WORKING_DAYS);
  const slot = SLOTS[Math.floor(i / WORKING_DAYS) % SLOTS.length] ?? '';
  // One in forty comes from another program: in UTC, or in a zone that the file does not describe.
  const start =
    i % 80 === 39
      ? `DTSTART:${day}T${String(Number(slot) + 500).padStart(4, '0')}00Z`
      : i % 80 === 79
        ? `DTSTART;TZID=America/Toronto:${day}T${slot}00`
        : `DTSTART;TZID=America/New_York:${day}T${slot}00`;
  return event(`visit-${i + 1}`, from, [start, 'DURATION:PT30M', ...wordsOf(visit)]);
}

/** One that lasts a whole day. */
function monitorDay(words: ClinicWords, from: string): string[] {
  return event('monitor', from, [
    `DTSTART;VALUE=DATE:${dayAfter(from, 3)}`,
    `DTEND;VALUE=DATE:${dayAfter(from, 4)}`,
    ...wordsOf({ title: `${words.monitor} - Eleonora Whitaker (212) 555-0190` }),
  ]);
}

/** Four people who come three weeks in a row; one visit is moved and one is cancelled. */
function weekly(words: ClinicWords, from: string): string[] {
  const people = [
    [`${words.physio} - Björn Åkesson +46 70-174 06 05`, 0, '0800'],
    [`${words.physio} - Gloria Estévez 212-555-0191`, 1, '0800'],
    [`${words.physio} - Henry Achterberg 646.555.0192`, 2, '0800'],
    [`${words.speech} - Milo Castellanos (718) 555-0193`, 4, '0800'],
  ] as const;
  return people.flatMap(([title, day, time], i) => {
    const uid = `weekly-${i + 1}`;
    const at = (n: number, clock: string) =>
      `TZID=America/New_York:${dayAfter(from, n)}T${clock}00`;
    const lines = ['DURATION:PT45M', ...wordsOf({ title, location: words.gym })];
    const series = [`DTSTART;${at(day, time)}`, 'RRULE:FREQ=WEEKLY;COUNT=3', ...lines];
    const second = `RECURRENCE-ID;${at(day + 5, time)}`;
    const changes: string[][] = [];
    if (i === 1) changes.push([second, `DTSTART;${at(day + 6, '1000')}`, ...lines]);
    if (i === 2)
      changes.push([second, `DTSTART;${at(day + 5, time)}`, 'STATUS:CANCELLED', ...lines]);
    return [series, ...changes].flatMap((one) => event(uid, from, one));
  });
}

function event(uid: string, from: string, lines: readonly string[]): string[] {
  return component('VEVENT', [
    `UID:${uid}@clinic.example`,
    `DTSTAMP:${dayAfter(from, -5)}T120000Z`,
    ...lines,
  ]);
}

function wordsOf({ title, description, location, attendee }: Visit): string[] {
  const lines = [text('SUMMARY', title)];
  if (description) lines.push(text('DESCRIPTION', description));
  if (location) lines.push(text('LOCATION', location));
  if (attendee)
    lines.push(`ATTENDEE;CN="${attendee.name}";PARTSTAT=ACCEPTED:mailto:${attendee.email}`);
  return lines;
}

/** `20261130`: so many working days after a Monday. */
function dayAfter(monday: string, workingDays: number): string {
  const days = Math.floor(workingDays / 5) * 7 + (((workingDays % 5) + 5) % 5);
  const date = new Date(Date.parse(`${monday}T00:00:00Z`) + days * DAY);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

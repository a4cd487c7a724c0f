import { createHash } from 'node:crypto';
import type { Sentence } from '../../contract/said.ts';
import { type ContentLine, readText } from './content-line.ts';
import { type DateValue, readDate, readDates } from './date-value.ts';
import { readDuration } from './duration.ts';
import type { FileEvent } from './file-event.ts';
import { readAttendees } from './read-attendees.ts';
import { readRecurrenceRule } from './recurrence-rule.ts';
import { type Component, propertyOf } from './split-components.ts';

const TITLE = 1_000;
const DESCRIPTION = 20_000;
/** More rules or dates than a person sets by hand. */
const MOST_RULES = 10;
const MOST_DATES = 10_000;

/** Reads a VEVENT by itself; `problem` says in a sentence why it cannot be. */
export function readEvent(component: Component): FileEvent | { problem: Sentence } {
  try {
    return compose(component);
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.sentence };
    throw error;
  }
}

/** Ends the reading of one event; never leaves this file. */
class Unreadable extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super();
    this.sentence = sentence;
  }
}

function compose(component: Component): FileEvent {
  if (component.broken !== null) throw new Unreadable(component.broken);
  const text = (name: string, most: number) =>
    readText(propertyOf(component, name)?.value ?? '', most);
  const recurrence = propertyOf(component, 'RECURRENCE-ID');
  const recurrenceId = dateOf(recurrence);
  const start = dateOf(propertyOf(component, 'DTSTART')) ?? recurrenceId;
  if (start === null) throw new Unreadable(/*i18n*/ 'It has no start (DTSTART).');
  const title = text('SUMMARY', TITLE);
  const durationValue = propertyOf(component, 'DURATION')?.value;
  const duration = durationValue === undefined ? null : readDuration(durationValue);
  if (durationValue !== undefined && duration === null) {
    throw new Unreadable({
      text: /*i18n*/ 'Its DURATION is none ({written}).',
      values: { written: durationValue.slice(0, 40) },
    });
  }
  const { attendees, warning } = readAttendees(component);
  return {
    line: component.line,
    calendar: component.calendar,
    uid: text('UID', 500) || madeUpUid(title, start),
    sequence: Number.parseInt(text('SEQUENCE', 10), 10) || 0,
    title,
    description: text('DESCRIPTION', DESCRIPTION),
    location: text('LOCATION', TITLE),
    status: statusOf(text('STATUS', 20)),
    attendees,
    start,
    end: dateOf(propertyOf(component, 'DTEND')),
    duration,
    rules: rulesOf(component),
    extraDates: datesOf(component, 'RDATE'),
    exceptDates: datesOf(component, 'EXDATE'),
    recurrenceId,
    thisAndFuture: recurrence?.parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
    warning,
  };
}

function dateOf(property: ContentLine | undefined): DateValue | null {
  if (property === undefined) return null;
  const date = readDate(property);
  if (date) return date;
  throw new Unreadable({
    text: /*i18n*/ '{property} in line {line} is not a date and time that exists ({written}).',
    values: { property: property.name, line: property.line, written: property.value.slice(0, 40) },
  });
}

function datesOf(component: Component, name: string): DateValue[] {
  const dates: DateValue[] = [];
  for (const property of component.properties) {
    if (property.name !== name) continue;
    const found = readDates(property);
    if (found === null) {
      throw new Unreadable({
        text: /*i18n*/ '{property} in line {line} holds a date that does not exist.',
        values: { property: name, line: property.line },
      });
    }
    dates.push(...found.slice(0, MOST_DATES - dates.length));
  }
  return dates;
}

function rulesOf(component: Component): FileEvent['rules'] {
  const properties = component.properties.filter((property) => property.name === 'RRULE');
  return properties.slice(0, MOST_RULES).map(({ value, line }) => {
    const rule = readRecurrenceRule(value);
    if ('problem' in rule) {
      throw new Unreadable({
        text: /*i18n*/ 'Line {line}: {problem}.',
        values: { line, problem: rule.problem },
      });
    }
    return rule;
  });
}

function statusOf(value: string): FileEvent['status'] {
  const status = value.toLowerCase();
  if (status === 'cancelled' || status === 'canceled') return 'cancelled';
  return status === 'tentative' ? 'tentative' : 'confirmed';
}

/** RFC 5545 demands a UID; without one, the same title at the same time is the same event. */
function madeUpUid(title: string, start: DateValue): string {
  return createHash('sha256').update(`${start.wall} ${title}`).digest('hex').slice(0, 32);
}

import type { Sentence } from '../../contract/said.ts';
import { type ContentLine, readContentLine } from './content-line.ts';
import { contentLines } from './content-lines.ts';

/** A component of a calendar with its own properties; `line` is that of its BEGIN, counted from 1. */
export type Component = {
  /** VCALENDAR, VEVENT, VTIMEZONE, STANDARD or DAYLIGHT. */
  name: string;
  line: number;
  /** Which VCALENDAR of the file it stands in, counted from 1. */
  calendar: number;
  properties: ContentLine[];
  /** The observances of a VTIMEZONE; what else nests (alarms) is left out. */
  parts: Component[];
  /** Why it cannot be trusted, in a sentence; else null. */
  broken: Sentence | null;
};

const KEPT = new Set(['VCALENDAR', 'VEVENT', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT']);
/** Nothing real nests deeper; what does is noise and is passed over. */
const DEEPEST = 8;

/**
 * The events, time zones and calendars of a file, each as soon as it ends, by lines alone: what is
 * wrong inside one does not touch the next. Any text is taken; nothing is thrown.
 */
export function* splitComponents(text: string): Generator<Component> {
  const open: Component[] = [];
  let calendar = 0;
  for (const { line, text: raw } of contentLines(text)) {
    const property = readContentLine(raw, line);
    const inner = open.at(-1);
    if (property === null) {
      if (inner) {
        inner.broken ??= {
          text: /*i18n*/ 'Line {line} is not “NAME:value”.',
          values: { line },
        };
      }
    } else if (property.name === 'BEGIN') {
      const name = property.value.trim().toUpperCase();
      if (name === 'VCALENDAR') calendar++;
      if (name === 'VEVENT' || name === 'VCALENDAR') yield* closeUnfinished(open, name);
      if (open.length < DEEPEST) {
        open.push({ name, line, calendar, properties: [], parts: [], broken: null });
      }
    } else if (property.name === 'END') {
      yield* close(open, property.value.trim().toUpperCase());
    } else if (inner && KEPT.has(inner.name)) {
      inner.properties.push(property);
    }
  }
  yield* closeUnfinished(open, 'VCALENDAR');
}

/** An event inside an event, or a calendar inside a calendar: the one before was never finished. */
function* closeUnfinished(open: Component[], next: string): Generator<Component> {
  const from = next === 'VCALENDAR' ? 0 : open.findIndex((c) => c.name === 'VEVENT');
  if (from < 0) return;
  for (const component of open.splice(from).reverse()) {
    component.broken ??= {
      text: /*i18n*/ 'It is cut off: {line} is missing.',
      values: { line: `END:${component.name}` },
    };
    if (isTop(component)) yield component;
  }
}

function* close(open: Component[], name: string): Generator<Component> {
  const at = open.findLastIndex((component) => component.name === name);
  if (at < 0) return;
  const [closed, ...inside] = open.splice(at);
  if (!closed) return;
  // What stands open inside was never ended; an alarm without END would swallow the event's rest.
  if (inside.length > 0) {
    closed.broken ??= {
      text: /*i18n*/ '{line} is missing.',
      values: { line: `END:${inside.at(-1)?.name}` },
    };
  }
  if (isTop(closed)) yield closed;
  else open.at(-1)?.parts.push(closed);
}

function isTop({ name }: Component): boolean {
  return name === 'VEVENT' || name === 'VTIMEZONE' || name === 'VCALENDAR';
}

/** The first property of a name, or undefined. */
export function propertyOf(component: Component, name: string): ContentLine | undefined {
  return component.properties.find((property) => property.name === name);
}

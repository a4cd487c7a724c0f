import type { Window } from '../calendar.ts';
import { type Budget, OutOfSteps } from './bounded-iterator.ts';
import { readDate } from './date-value.ts';
import { expandRule } from './expand-rule.ts';
import { readRecurrenceRule } from './recurrence-rule.ts';
import { type Component, propertyOf } from './split-components.ts';
import type { Zone } from './zone.ts';

type Change = { instant: number; before: number; after: number };

const YEAR = 366 * 86_400_000;
/** Clocks change by rules of the year; others are not followed. */
const RULE =
  /^(?:(?:FREQ=YEARLY|(?:INTERVAL|BYMONTH|BYMONTHDAY|BYDAY|UNTIL|COUNT|WKST)=[^;]*)(?:;|$))+$/i;
const STEPS = 100_000;

/**
 * The zone that a VTIMEZONE describes by its own rules (RFC 5545 3.6.5), until a year after the
 * window. Null where they cannot be followed.
 */
export function fileZone(component: Component, window: Window): Zone | null {
  const changes: Change[] = [];
  const budget = { steps: STEPS };
  for (const part of component.parts.slice(0, 200)) {
    const found = part.broken === null ? changesOf(part, window, budget) : null;
    if (found === null) return null;
    changes.push(...found);
  }
  changes.sort((a, b) => a.instant - b.instant);
  const [first] = changes;
  if (!first) return null;
  return {
    name: null,
    offsetAt: (instant) =>
      changes.findLast((change) => change.instant <= instant)?.after ?? first.before,
  };
}

function changesOf(part: Component, window: Window, budget: Budget): Change[] | null {
  const start = propertyOf(part, 'DTSTART');
  const from = readDate(start ?? { line: 0, name: '', parameters: new Map(), value: '' });
  const before = readOffset(propertyOf(part, 'TZOFFSETFROM')?.value);
  const after = readOffset(propertyOf(part, 'TZOFFSETTO')?.value);
  if (from === null || before === null || after === null) return null;
  const walls = [from.wall];
  const rule = propertyOf(part, 'RRULE')?.value;
  if (rule !== undefined) {
    const expanded = expandYearly(rule, from.wall, before, window, budget);
    if (expanded === null) return null;
    walls.push(...expanded);
  }
  return walls.map((wall) => ({ instant: wall - before, before, after }));
}

function expandYearly(
  text: string,
  start: number,
  offset: number,
  window: Window,
  budget: Budget,
): number[] | null {
  const rule = RULE.test(text) ? readRecurrenceRule(text) : { problem: '' };
  if ('problem' in rule) return null;
  const last = Math.min(window.to.getTime() + YEAR, untilInstant(rule.until, offset));
  const walls: number[] = [];
  try {
    for (const wall of expandRule(rule, start, start, budget)) {
      if (wall - offset > last) break;
      walls.push(wall);
    }
  } catch (error) {
    if (error instanceof OutOfSteps) return null;
    throw error;
  }
  return walls;
}

function untilInstant(until: { kind: string; wall: number } | null, offset: number): number {
  if (until === null) return Number.POSITIVE_INFINITY;
  return until.kind === 'utc' ? until.wall : until.wall - offset;
}

/** `+0530` or `-050000`, in milliseconds. */
function readOffset(value: string | undefined): number | null {
  const [whole, sign, hours, minutes, seconds] =
    /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(value?.trim() ?? '') ?? [];
  if (whole === undefined) return null;
  const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0);
  return (sign === '-' ? -total : total) * 1000;
}

import { spokenNumber } from '../platform/phone-number.ts';
import { Moment, type MomentStyle } from './moment.ts';

/** What stands behind a filter: a number, any text, or one of these words. */
export type FilterArgument = 'number' | 'text' | readonly string[];

/** What a filter accepts, and what it does. Filters never throw: a text that compiled can be rendered. */
export type TextFilter = {
  name: string;
  /** Each argument's kind; those from `optionalFrom` on may be left out. */
  args: readonly FilterArgument[];
  optionalFrom: number;
  /** It works only on the fields that are times. */
  ofMoments: boolean;
  apply(value: unknown, ...args: readonly unknown[]): unknown;
};

/** The words that `date` takes: `{{ event.date_phrase | date: "short" }}`. */
const dayStyles: Readonly<Record<string, MomentStyle>> = {
  long: 'day',
  short: 'shortDay',
  numeric: 'numericDay',
  weekday: 'weekday',
};

/** All filters there are. */
export const textFilters: readonly TextFilter[] = [
  ofText('default', ['text'], (value, other) => value || other),
  ofText('upcase', [], (value) => value.toUpperCase()),
  ofText('downcase', [], (value) => value.toLowerCase()),
  ofText('capitalize', [], capitalize),
  ofText('strip', [], (value) => value.trim()),
  ofText('append', ['text'], (value, end) => value + end),
  ofText('prepend', ['text'], (value, start) => start + value),
  ofText('truncate', ['number', 'text'], truncate, 1),
  ofText('truncatewords', ['number', 'text'], truncateWords, 1),
  ofText('phone', [['international', 'national']], (value, style) => spokenNumber(value, style), 0),
  ofMoment('date', [Object.keys(dayStyles)], 0, (moment, style) => {
    return moment.as(dayStyles[asText(style ?? 'long')] ?? 'day');
  }),
  ofMoment('day', [], 0, (moment) => moment.as('weekday')),
  ofMoment('time', [], 0, (moment) => moment.as('time')),
  ofMoment('add_minutes', ['number'], 1, (moment, minutes) => moment.plusMinutes(Number(minutes))),
];

/** What a value reads as. */
function asText(value: unknown): string {
  if (value instanceof Moment) return value.valueOf();
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function ofText(
  name: string,
  args: TextFilter['args'],
  apply: (value: string, first: string, second: string | undefined) => string,
  optionalFrom = args.length,
): TextFilter {
  return {
    name,
    args,
    optionalFrom,
    ofMoments: false,
    apply: (value, first, second) =>
      apply(asText(value), asText(first), second === undefined ? undefined : asText(second)),
  };
}

/** A time that is missing stays empty, whatever is asked of it. */
function ofMoment(
  name: string,
  args: TextFilter['args'],
  optionalFrom: number,
  apply: (moment: Moment, arg: unknown) => Moment,
): TextFilter {
  return {
    name,
    args,
    optionalFrom,
    ofMoments: true,
    apply: (value, arg) => (value instanceof Moment ? apply(value, arg) : value),
  };
}

function capitalize(value: string): string {
  const [first = ''] = value;
  return first.toUpperCase() + value.slice(first.length).toLowerCase();
}

/** At most `length` characters, the ellipsis among them; a character is never cut in two. */
function truncate(value: string, length: string, ellipsis = '...'): string {
  const characters = [...value];
  const most = Math.max(0, Number(length));
  if (characters.length <= most) return value;
  const end = [...ellipsis];
  return [...characters.slice(0, Math.max(0, most - end.length)), ...end].slice(0, most).join('');
}

function truncateWords(value: string, count: string, ellipsis = '...'): string {
  const words = value.split(/\s+/).filter(Boolean);
  const most = Math.max(1, Number(count));
  return words.length <= most ? value : words.slice(0, most).join(' ') + ellipsis;
}

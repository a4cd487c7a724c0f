import { type Token, TypeGuards, type Value } from 'liquidjs';
import { isMomentField } from './moment-field.ts';
import type { Position, TemplateProblem } from './template-problem.ts';
import { type TextFilter, textFilters } from './text-filters.ts';

/** Each may lengthen the value by another one: this bounds what a text can grow to. */
const mostFilters = 20;

const filters = new Map(textFilters.map((filter) => [filter.name, filter]));

/** What is wrong with how the filters of a value are used; with none, they cannot fail later. */
export function filterProblems(value: Value, at: () => Position): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  if (value.filters.length > mostFilters)
    return [{ message: `A field goes through at most ${mostFilters} filters.`, ...at() }];
  let isMoment = readsAsMoment(value);
  for (const { name, args } of value.filters) {
    const filter = filters.get(name);
    // Liquid has refused unknown names before.
    if (!filter) continue;
    const message = wrongArguments(filter, args) ?? wrongValue(filter, isMoment);
    if (message) problems.push({ message, ...at() });
    isMoment &&= filter.ofMoments;
  }
  return problems;
}

function wrongValue(filter: TextFilter, isMoment: boolean): string | null {
  if (!filter.ofMoments || isMoment) return null;
  return `The filter ${filter.name} works on a day or time only, as in {{ event.time_phrase | ${filter.name}${filter.optionalFrom > 0 ? ': -15' : ''} }}.`;
}

function wrongArguments(filter: TextFilter, args: Value['filters'][number]['args']): string | null {
  if (args.length < filter.optionalFrom || args.length > filter.args.length)
    return `The filter ${filter.name} takes ${howMany(filter)}.`;
  for (const [index, kind] of filter.args.entries()) {
    const arg = args[index];
    if (arg === undefined) return null;
    if (Array.isArray(arg)) return `The filter ${filter.name} takes no named values.`;
    if (kind === 'number' && !TypeGuards.isNumberToken(arg))
      return `The filter ${filter.name} takes a number, as in ${filter.name}: 15.`;
    if (Array.isArray(kind) && !isOneOf(arg, kind))
      return `The filter ${filter.name} takes "${kind.join('", "')}".`;
  }
  return null;
}

function howMany(filter: TextFilter): string {
  if (filter.args.length === 0) return /*i18n*/ 'nothing behind it';
  const least = filter.optionalFrom;
  const most = filter.args.length;
  const count = least === most ? `${most}` : `${least} to ${most}`;
  return `${count} ${most === 1 ? 'value' : 'values'}, as in {{ … | ${filter.name}: … }}`;
}

function isOneOf(arg: Token, words: readonly string[]): boolean {
  return TypeGuards.isQuotedToken(arg) && words.includes(arg.content);
}

function readsAsMoment(value: Value): boolean {
  const [only, ...others] = value.initial.postfix;
  if (others.length > 0 || !TypeGuards.isPropertyAccessToken(only)) return false;
  return isMomentField(only.getText().trim());
}

import { type Token, TypeGuards, type Value } from 'liquidjs';
import type { Sentence } from '../contract/said.ts';
import { isMomentField } from './moment-field.ts';
import { inBraces, type Position, type TemplateProblem } from './template-problem.ts';
import { type TextFilter, textFilters } from './text-filters.ts';

/** Each may lengthen the value by another one: this bounds what a text can grow to. */
const mostFilters = 20;

const filters = new Map(textFilters.map((filter) => [filter.name, filter]));

/** What is wrong with how the filters of a value are used; with none, they cannot fail later. */
export function filterProblems(value: Value, at: () => Position): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  if (value.filters.length > mostFilters)
    return [
      {
        message: {
          text: /*i18n*/ 'A field goes through at most {most} filters.',
          values: { most: mostFilters },
        },
        ...at(),
      },
    ];
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

function wrongValue(filter: TextFilter, isMoment: boolean): Sentence | null {
  if (!filter.ofMoments || isMoment) return null;
  const use = `${filter.name}${filter.optionalFrom > 0 ? ': -15' : ''}`;
  return {
    text: /*i18n*/ 'The filter {filter} works on a day or time only, as in {example}.',
    values: { filter: filter.name, example: inBraces(`event.time_phrase | ${use}`) },
  };
}

function wrongArguments(
  filter: TextFilter,
  args: Value['filters'][number]['args'],
): Sentence | null {
  if (args.length < filter.optionalFrom || args.length > filter.args.length) return howMany(filter);
  for (const [index, kind] of filter.args.entries()) {
    const arg = args[index];
    if (arg === undefined) return null;
    if (Array.isArray(arg)) {
      return {
        text: /*i18n*/ 'The filter {filter} takes no named values.',
        values: { filter: filter.name },
      };
    }
    if (kind === 'number' && !TypeGuards.isNumberToken(arg))
      return {
        text: /*i18n*/ 'The filter {filter} takes a number, as in {filter}: 15.',
        values: { filter: filter.name },
      };
    if (Array.isArray(kind) && !isOneOf(arg, kind))
      return {
        text: /*i18n*/ 'The filter {filter} takes {words}.',
        values: { filter: filter.name, words: kind.map((word) => `"${word}"`).join(', ') },
      };
  }
  return null;
}

function howMany({ name, args, optionalFrom }: TextFilter): Sentence {
  const most = args.length;
  if (most === 0) {
    return {
      text: /*i18n*/ 'The filter {filter} takes nothing behind it.',
      values: { filter: name },
    };
  }
  const example = inBraces(`… | ${name}: …`);
  return optionalFrom === most
    ? {
        text: /*i18n*/ 'The filter {filter} takes {most, plural, one {# value} other {# values}}, as in {example}.',
        values: { filter: name, most, example },
      }
    : {
        text: /*i18n*/ 'The filter {filter} takes {least} to {most, plural, one {# value} other {# values}}, as in {example}.',
        values: { filter: name, least: optionalFrom, most, example },
      };
}

function isOneOf(arg: Token, words: readonly string[]): boolean {
  return TypeGuards.isQuotedToken(arg) && words.includes(arg.content);
}

function readsAsMoment(value: Value): boolean {
  const [only, ...others] = value.initial.postfix;
  if (others.length > 0 || !TypeGuards.isPropertyAccessToken(only)) return false;
  return isMomentField(only.getText().trim());
}

import { mergeFields } from '../contract/merge-field.ts';
import type { Sentence } from '../contract/said.ts';
import { allowedTags } from './liquid-engine.ts';
import { nearestName } from './nearest-name.ts';
import { textFilters } from './text-filters.ts';

/** Why a text cannot be sent, said to whoever wrote it. Lines and columns count from 1. */
export type TemplateProblem = {
  message: Sentence;
  line: number;
  column: number;
  /** For a field that does not exist: as it was written, and what was probably meant. */
  field?: string;
  suggestion?: string;
};

/** What is said of conditions that nobody could follow. */
export const TOO_DEEP = /*i18n*/ 'Conditions stand too deep in one another: at most 20.';

export type Position = { line: number; column: number };

const fieldNames = mergeFields.map((field) => field.name);
const filterNames = textFilters.map((filter) => filter.name);

/** A field that does not exist. */
export function unknownField(field: string, at: Position): TemplateProblem {
  const suggestion = nearestName(field, fieldNames);
  const shown = field.slice(0, 100);
  const message = suggestion
    ? {
        text: /*i18n*/ 'There is no {code}; did you mean {other}?',
        values: { code: inBraces(shown), other: inBraces(suggestion) },
      }
    : {
        text: /*i18n*/ 'There is no {code}; choose one with Insert field.',
        values: { code: inBraces(shown) },
      };
  return { message, ...at, field: shown, ...(suggestion ? { suggestion } : {}) };
}

/** A field as a text names it. */
export function inBraces(field: string): string {
  return `{{ ${field} }}`;
}

/** What Liquid's parser found wrong, in our words. `complaint` is its own message. */
export function notUnderstood(complaint: string, at: Position): TemplateProblem {
  return { message: inOurWords(complaint), ...at };
}

function inOurWords(complaint: string): Sentence {
  // The parser calls itself for each condition within another.
  if (/call stack|stack overflow/i.test(complaint)) return TOO_DEEP;
  if (/^output .* not closed/s.test(complaint))
    return {
      text: /*i18n*/ 'A {opener} is not closed: put {closer} behind the field.',
      values: { opener: '{{', closer: '}}' },
    };
  const open = /^tag \{%-?\s*(if|unless|case|comment)\b.* not closed/s.exec(complaint)?.[1];
  if (open) {
    return {
      text: /*i18n*/ '{opener} is not closed: put {closer} where it ends.',
      values: { opener: `{% ${open} %}`, closer: `{% end${open} %}` },
    };
  }
  if (/^tag .* not closed/s.test(complaint)) {
    return {
      text: /*i18n*/ 'A {opener} is not closed: put {closer} behind it.',
      values: { opener: '{%', closer: '%}' },
    };
  }
  const tag = /^tag "(.*)" not found/s.exec(complaint)?.[1];
  if (tag !== undefined) return unknownTag(tag);
  const filter = /^undefined filter: (\S*?),?(?:\s|$)/.exec(complaint)?.[1];
  if (filter !== undefined) return unknownFilter(filter);
  return {
    text: /*i18n*/ 'This is not understood: write a field as in {example}.',
    values: { example: inBraces('participant.first_name') },
  };
}

function unknownTag(tag: string): Sentence {
  const opener = /^end(.+)$/.exec(tag)?.[1] ?? (/^els/.test(tag) ? 'if' : null);
  if (tag === 'when') return without('{% when %}', '{% case %}');
  if (opener && allowedTags.includes(opener)) return without(`{% ${tag} %}`, `{% ${opener} %}`);
  return {
    text: /*i18n*/ 'There is no {code} here; there are if, unless and case.',
    values: { code: `{% ${tag.slice(0, 50)} %}` },
  };
}

/** Something closes, or goes on with, what never began. */
export function without(code: string, opener: string): Sentence {
  return { text: /*i18n*/ 'There is a {code} without its {opener}.', values: { code, opener } };
}

function unknownFilter(filter: string): Sentence {
  const nearest = nearestName(filter, filterNames);
  const shown = filter.slice(0, 50);
  return nearest
    ? {
        text: /*i18n*/ 'There is no filter {filter}; did you mean {other}?',
        values: { filter: shown, other: nearest },
      }
    : {
        text: /*i18n*/ 'There is no filter {filter}; there are {all}.',
        values: { filter: shown, all: filterNames.join(', ') },
      };
}

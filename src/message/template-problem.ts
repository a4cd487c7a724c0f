import { mergeFields } from '../contract/merge-field.ts';
import { allowedTags } from './liquid-engine.ts';
import { nearestName } from './nearest-name.ts';
import { textFilters } from './text-filters.ts';

/** Why a text cannot be sent, said to whoever wrote it. Lines and columns count from 1. */
export type TemplateProblem = {
  message: string;
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
    ? `There is no {{ ${shown} }}; did you mean {{ ${suggestion} }}?`
    : `There is no {{ ${shown} }}; choose one with Insert field.`;
  return { message, ...at, field: shown, ...(suggestion ? { suggestion } : {}) };
}

/** What Liquid's parser found wrong, in our words. `complaint` is its own message. */
export function notUnderstood(complaint: string, at: Position): TemplateProblem {
  return { message: inOurWords(complaint), ...at };
}

function inOurWords(complaint: string): string {
  // The parser calls itself for each condition within another.
  if (/call stack|stack overflow/i.test(complaint)) return TOO_DEEP;
  if (/^output .* not closed/s.test(complaint))
    return 'A {{ is not closed: put }} behind the field.';
  const open = /^tag \{%-?\s*(if|unless|case|comment)\b.* not closed/s.exec(complaint)?.[1];
  if (open) return `{% ${open} %} is not closed: put {% end${open} %} where it ends.`;
  if (/^tag .* not closed/s.test(complaint)) return 'A {% is not closed: put %} behind it.';
  const tag = /^tag "(.*)" not found/s.exec(complaint)?.[1];
  if (tag !== undefined) return unknownTag(tag);
  const filter = /^undefined filter: (\S*?),?(?:\s|$)/.exec(complaint)?.[1];
  if (filter !== undefined) return unknownFilter(filter);
  return 'This is not understood: write a field as in {{ participant.first_name }}.';
}

function unknownTag(tag: string): string {
  const opener = /^end(.+)$/.exec(tag)?.[1] ?? (/^els/.test(tag) ? 'if' : null);
  if (tag === 'when') return 'There is a {% when %} without its {% case %}.';
  if (opener && allowedTags.includes(opener))
    return `There is a {% ${tag} %} without its {% ${opener} %}.`;
  return `There is no {% ${tag.slice(0, 50)} %} here; there are if, unless and case.`;
}

function unknownFilter(filter: string): string {
  const nearest = nearestName(filter, filterNames);
  const shown = filter.slice(0, 50);
  return nearest
    ? `There is no filter ${shown}; did you mean ${nearest}?`
    : `There is no filter ${shown}; there are ${filterNames.join(', ')}.`;
}

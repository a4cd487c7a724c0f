import type { Template } from 'liquidjs';
import { LiquidError } from 'liquidjs';
import { textLimits } from '../contract/text-limits.ts';
import { isConstantField } from './empty-field.ts';
import type { FieldBook } from './field-book.ts';
import { fieldUse } from './field-use.ts';
import { liquid } from './liquid-engine.ts';
import type { MergeScope } from './merge-scope.ts';
import { missingFields } from './missing-field.ts';
import { notUnderstood, type TemplateProblem, TOO_DEEP } from './template-problem.ts';

/** A text that can be rendered for anybody without failing. */
export type CompiledTemplate = {
  source: string;
  /** The merge fields that it names, in the order of their first use. */
  fields: readonly string[];
  /**
   * Those that it puts out as they are, outside of any condition and without `default`. Where one is
   * empty for a person, they are left out with the reason empty_field. Never account.* or user.*.
   */
  required: readonly string[];
  /** It names a field of event.*: somebody with two appointments is to hear of both. */
  speaksOfAppointment: boolean;
  parsed: readonly Template[];
};

/**
 * Compiles a text in Liquid, or says what is wrong with it: all unknown fields and misused filters, or
 * the first place that cannot be read at all. With a `book` it also refuses what nobody has: custom
 * fields that no calendar brought along, and facts that the account has not given.
 *
 * @example
 * compileTemplate('Hi {{ participant.firstname }}')
 * // { problems: [{ message: 'There is no {{ participant.firstname }}; did you mean …', … }] }
 */
export function compileTemplate(
  source: string,
  book?: FieldBook,
): { template: CompiledTemplate } | { problems: TemplateProblem[] } {
  const parsed = parse(source);
  if ('problems' in parsed) return parsed;
  const { fields, putOut, problems } = fieldUse(parsed.templates);
  if (problems.length > 0) return { problems };
  const missing = book ? missingFields(fields, putOut, book) : [];
  if (missing.length > 0) return { problems: missing };
  return {
    template: {
      source,
      fields: [...fields.keys()],
      required: [...putOut].filter((field) => !isConstantField(field)),
      speaksOfAppointment: [...fields.keys()].some((field) => field.startsWith('event.')),
      parsed: parsed.templates,
    },
  };
}

/** The text as one recipient reads it. */
export function renderTemplate(template: CompiledTemplate, scope: MergeScope): string {
  // Liquid takes a mutable array but does not change it; its answer is a string, as no output keeps its type.
  return String(liquid.renderSync(template.parsed as Template[], scope));
}

function parse(source: string): { templates: Template[] } | { problems: TemplateProblem[] } {
  try {
    return { templates: liquid.parse(source) };
  } catch (error) {
    if (LiquidError.is(error)) {
      const [line = 1, column = 1] = error.token.getPosition();
      return { problems: [notUnderstood(error.message, { line, column })] };
    }
    // The parser also gives up on what is too long, and on conditions that stand too deep in one another.
    const message =
      source.length > textLimits.html
        ? {
            text: /*i18n*/ 'The text is too long: at most {most, number} characters.',
            values: { most: textLimits.html },
          }
        : TOO_DEEP;
    return { problems: [{ message, line: 1, column: 1 }] };
  }
}

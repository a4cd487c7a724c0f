import { Output, type Template, type Token, TypeGuards, Value } from 'liquidjs';
import { mergeFields } from '../contract/merge-field.ts';
import { isCustomName } from './custom-name.ts';
import { filterProblems } from './filter-use.ts';
import { strayBraces } from './stray-braces.ts';
import {
  notUnderstood,
  type Position,
  type TemplateProblem,
  unknownField,
} from './template-problem.ts';

/** What a parsed text uses, and what is wrong with it. */
export type FieldUse = {
  /** Each with where it is named first. */
  fields: Map<string, Position>;
  /** Those put out as they are: where one is empty for a person, the text makes no sense for them. */
  putOut: Set<string>;
  problems: TemplateProblem[];
};

const known = new Set(mergeFields.map((field) => field.name));
const deepest = 20;
/** Whoever has put right so many finds the rest. */
const mostProblems = 20;

/** Reads a parsed text through, conditions and all. */
export function fieldUse(templates: readonly Template[]): FieldUse {
  const use: FieldUse = { fields: new Map(), putOut: new Set(), problems: [] };
  readTemplates(templates, use, 0);
  use.problems.length = Math.min(use.problems.length, mostProblems);
  return use;
}

function readTemplates(templates: readonly Template[], use: FieldUse, depth: number): void {
  for (const template of templates) {
    if (use.problems.length >= mostProblems) return;
    const { token } = template;
    if (TypeGuards.isHTMLToken(token)) {
      use.problems.push(...strayBraces(token.input, token.getText(), token.begin));
    }
    for (const argument of template.arguments?.() ?? []) {
      if (!(argument instanceof Value)) readToken(argument, use, false);
      else readValue(argument, use, template instanceof Output && depth === 0, token);
    }
    if (!template.children) continue;
    if (depth === deepest) {
      use.problems.push({
        message: {
          text: /*i18n*/ 'Conditions stand in one another more than {most} deep.',
          values: { most: deepest },
        },
        ...positionOf(token),
      });
      return;
    }
    readTemplates(childrenOf(template), use, depth + 1);
  }
}

/** A text within conditions; Liquid hands it over as the last word of a generator that never waits. */
function childrenOf(template: Template): readonly Template[] {
  const step = template.children?.(false, true).next();
  return step?.done ? step.value : [];
}

function readValue(value: Value, use: FieldUse, putOut: boolean, token: Token): void {
  const hasDefault = value.filters.some((filter) => filter.name === 'default');
  const isPutOut = putOut && !hasDefault;
  for (const part of value.initial.postfix) readToken(part, use, isPutOut);
  for (const filter of value.filters) {
    for (const arg of filter.args) {
      if (!Array.isArray(arg)) readToken(arg, use, isPutOut);
    }
  }
  if (!isOneValue(value)) use.problems.push(notUnderstood('value', positionOf(token)));
  use.problems.push(...filterProblems(value, () => positionOf(token)));
}

/** `a b` parses, and its `b` would be lost; so would an operator without its two sides. */
function isOneValue(value: Value): boolean {
  let values = 0;
  for (const token of value.initial.postfix) {
    const taken = TypeGuards.isOperatorToken(token) ? (token.operator === 'not' ? 1 : 2) : 0;
    if (values < taken) return false;
    values += 1 - taken;
  }
  return values === 1;
}

function readToken(token: Token, use: FieldUse, isPutOut: boolean): void {
  if (TypeGuards.isRangeToken(token)) {
    use.problems.push(notUnderstood('range', positionOf(token)));
    return;
  }
  if (!TypeGuards.isPropertyAccessToken(token)) return;
  const field = fieldName(token);
  if (!known.has(field) && !isCustomName(field)) {
    use.problems.push(unknownField(field, positionOf(token)));
    return;
  }
  if (!use.fields.has(field)) use.fields.set(field, positionOf(token));
  if (isPutOut) use.putOut.add(field);
}

/** `participant['first_name']` names the same field as `participant.first_name`. */
function fieldName(token: Token & { props: Token[]; variable: unknown }): string {
  const names = token.props.map((prop) => {
    return TypeGuards.isQuotedToken(prop) || TypeGuards.isWordToken(prop) ? prop.content : null;
  });
  const plain = token.variable === undefined && names.every((name) => name !== null);
  return plain ? names.join('.') : token.getText();
}

/** Counts lines from the beginning of the text: only for a token that something is to be said of. */
function positionOf(token: Token): { line: number; column: number } {
  const [line = 1, column = 1] = token.getPosition();
  return { line, column };
}

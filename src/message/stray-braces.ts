import { mergeFields } from '../contract/merge-field.ts';
import { inBraces, type TemplateProblem, without } from './template-problem.ts';

const words = new Set(mergeFields.flatMap(({ name }) => [name, name.slice(name.indexOf('.') + 1)]));

/**
 * Braces in the plain parts of a text that were surely meant for a field: closed but never opened, or
 * one where two are needed. They would go out as they stand. `offset` is where `plain` begins in `source`.
 */
export function strayBraces(source: string, plain: string, offset: number): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  for (const match of plain.matchAll(/[}%]\}|\{\s*([a-z_.]{1,60})\s*\}/gi)) {
    const at = positionOf(source, offset + match.index);
    const field = match[1];
    if (field === undefined) {
      const opener = match[0] === '}}' ? '{{' : '{%';
      problems.push({ message: without(match[0], opener), ...at });
    } else if (words.has(field.toLowerCase())) {
      const message = {
        text: /*i18n*/ 'A field takes two braces: {code}.',
        values: { code: inBraces(field) },
      };
      problems.push({ message, ...at });
    }
  }
  return problems;
}

function positionOf(source: string, index: number): { line: number; column: number } {
  const before = source.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

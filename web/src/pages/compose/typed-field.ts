import type { InsertableField } from '../../../../src/contract/insertable-field.ts';

/** A field that is being typed: where its braces begin, and what stands behind them so far. */
export type TypedField = { from: number; query: string };

const LONGEST = 60;

/** The field that is being typed right before the cursor; null where none is. */
export function fieldBeingTyped(text: string, cursor: number): TypedField | null {
  const before = text.slice(Math.max(0, cursor - LONGEST), cursor);
  const found = /\{\{[ \t]*([\p{L}\p{N}_.’' -]*)$/u.exec(before);
  if (!found) return null;
  return { from: cursor - found[0].length, query: (found[1] ?? '').trim().toLowerCase() };
}

/** The fields whose name or label has what was typed; those that begin with it first. */
export function fieldsLike(
  fields: readonly InsertableField[],
  query: string,
): readonly InsertableField[] {
  const rank = ({ name, label }: InsertableField) => {
    const own = name.slice(name.indexOf('.') + 1);
    const words = [name, own, label.toLowerCase()];
    if (words.some((word) => word.startsWith(query))) return 0;
    return words.some((word) => word.includes(query)) ? 1 : 2;
  };
  const begin = fields.filter((field) => rank(field) === 0);
  return [...begin, ...fields.filter((field) => rank(field) === 1)];
}

/** The text with a field in place of what was typed of it, and of braces that close it already; and the cursor. */
export function withField(
  text: string,
  { from }: Pick<TypedField, 'from'>,
  to: number,
  name: string,
): { text: string; cursor: number } {
  const before = `${text.slice(0, from)}{{ ${name} }}`;
  return { text: before + text.slice(to + restOfField(text.slice(to))), cursor: before.length };
}

/** Of how many characters behind the cursor the rest of the field is; 0 where it is not closed. */
export function restOfField(behind: string): number {
  return /^[\p{L}\p{N}_.]*[ \t]*\}\}/u.exec(behind)?.[0].length ?? 0;
}

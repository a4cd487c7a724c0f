import type { FieldValues } from '../contract/insertable-field.ts';
import type { FieldBook } from '../message/field-book.ts';
import { insertableFields } from '../message/insertable-fields.ts';
import { type MergeScope, mergeScope } from '../message/merge-scope.ts';
import { compileTemplate, renderTemplate } from '../message/template.ts';
import type { Queryable } from '../platform/database.ts';
import { recipientAt } from './recipient-at.ts';
import type { Composed } from './selection.ts';

/** What each field says of the recipient at `index`, in the order of sending; null where nobody gets anything. */
export async function fieldValuesOf(
  client: Queryable,
  book: FieldBook,
  composed: Composed,
  index: number,
): Promise<FieldValues | null> {
  const recipient = await recipientAt(client, composed, index);
  const message = recipient?.messages[0];
  if (!message) return null;
  const scope = mergeScope(message.fields, book.constants);
  return {
    name: recipient.name,
    items: insertableFields(book).map(({ name }) => ({ name, value: sayOf(name, scope) })),
  };
}

/** As a text would say it that names nothing else. */
function sayOf(name: string, scope: MergeScope): string {
  const compiled = compileTemplate(`{{ ${name} }}`);
  if ('problems' in compiled) throw new Error(`{{ ${name} }} is offered and cannot be named`);
  return renderTemplate(compiled.template, scope);
}

import type { InsertableField } from '../contract/insertable-field.ts';
import { mergeFields } from '../contract/merge-field.ts';
import { customName } from './custom-name.ts';
import type { FieldBook } from './field-book.ts';

const groups: readonly InsertableField['group'][] = ['participant', 'event', 'user', 'account'];

/** All fields that a text may name by group, those of everybody first, then the custom ones. */
export function insertableFields({ customFields, constants }: FieldBook): InsertableField[] {
  return groups.flatMap((group) => [
    ...mergeFields
      .filter(({ name }) => name.startsWith(`${group}.`))
      .map(({ name, label, example }) => {
        const said = constantOf(constants, name) ?? example;
        return { name, label, group, example: said, custom: false };
      }),
    ...customFields
      .filter(({ scope }) => scope === group)
      .map((field) => {
        return { name: customName(field), label: field.label, group, example: '', custom: true };
      }),
  ]);
}

function constantOf({ account, user }: FieldBook['constants'], name: string): string | undefined {
  const values = Object.entries({ account, user }).flatMap(([group, all]) =>
    Object.entries(all).map(([key, value]): [string, string] => [`${group}.${key}`, value]),
  );
  return new Map(values).get(name);
}

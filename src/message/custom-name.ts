import type { CustomField } from '../account/custom-field.ts';

/** Whether a name is of the form `event.fields.room`, which a calendar or address book may fill. */
export function isCustomName(name: string): boolean {
  return /^(?:event|participant)\.fields\.\p{L}[\p{L}\p{N}_]{0,39}$/u.test(name);
}

/** How a text names a custom field. */
export function customName({ scope, key }: Pick<CustomField, 'scope' | 'key'>): string {
  return `${scope}.fields.${key}`;
}

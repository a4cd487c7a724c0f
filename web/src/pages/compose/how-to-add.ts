import { t } from '@lingui/core/macro';
import { contactsInWords, type DraftContacts } from './draft-contacts.ts';

/** What can be typed, and by which key it is added; and why no contact is offered beside all that match. */
export function howToAdd(contacts: DraftContacts | null): string {
  if (contacts?.kind !== 'all') {
    return t`A contact, group or tag, a name with a number or address, or a whole pasted column of them. Enter adds what you typed.`;
  }
  const all = contactsInWords(contacts);
  return t`Beside “${all}” no single contacts are offered: take these out first, or type a name with a number or address. Enter adds what you typed.`;
}

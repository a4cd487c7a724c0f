import type { ChosenContacts } from '../../../../src/contract/audience.ts';
import { count, counted, listed } from '../../format/count.ts';

/** Contacts that a message is for: some by name, or all that match but for some. */
export type DraftContacts =
  | { kind: 'some'; chosen: readonly { id: string; name: string }[] }
  | {
      kind: 'all';
      text: string;
      tags: readonly string[];
      excluded: readonly string[];
      /** How many matched when they were chosen. */
      matching: number;
    };

/** The most that can be chosen one by one. */
export const mostContacts = 5_000;

/** They as the server takes them. */
export function chosenContactsOf(contacts: DraftContacts): ChosenContacts {
  if (contacts.kind === 'some') return { includeIds: contacts.chosen.map(({ id }) => id) };
  const { text, tags, excluded } = contacts;
  return {
    filter: { ...(text && { text }), ...(tags.length > 0 && { tags: [...tags] }) },
    excludeIds: [...excluded],
  };
}

/** How many they are. */
export function contactsCount(contacts: DraftContacts): number {
  return contacts.kind === 'some'
    ? contacts.chosen.length
    : Math.max(0, contacts.matching - contacts.excluded.length);
}

/** Which they are, with their number: "12 contacts tagged Diabetes". */
export function contactsInWords(contacts: DraftContacts): string {
  const number = counted(contactsCount(contacts), 'contact');
  if (contacts.kind === 'some') return number;
  const { text, tags, excluded } = contacts;
  if (text === '' && tags.length === 0 && excluded.length === 0) return `All ${number}`;
  const which = [
    ...(tags.length > 0 ? [`tagged ${listed(tags)}`] : []),
    ...(text === '' ? [] : [`with “${text}”`]),
    ...(excluded.length > 0 ? [`without ${count(excluded.length)} of them`] : []),
  ];
  return `${number} ${which.join(', ')}`;
}

/** Some with one more, or one less; null where nobody is left. */
export function toggled(
  contacts: DraftContacts | null,
  one: { id: string; name: string },
): DraftContacts | null {
  if (contacts?.kind === 'all') {
    const { excluded } = contacts;
    const without = excluded.filter((id) => id !== one.id);
    return {
      ...contacts,
      excluded: without.length < excluded.length ? without : [...excluded, one.id],
    };
  }
  const chosen = contacts?.chosen ?? [];
  const without = chosen.filter(({ id }) => id !== one.id);
  const next = without.length < chosen.length ? without : [...chosen, one];
  return next.length === 0 ? null : { kind: 'some', chosen: next };
}

/** Whether one is among them; of those that match, the answer holds for who matches. */
export function isChosen(contacts: DraftContacts | null, id: string): boolean {
  if (contacts === null) return false;
  return contacts.kind === 'some'
    ? contacts.chosen.some((one) => one.id === id)
    : !contacts.excluded.includes(id);
}

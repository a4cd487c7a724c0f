import { plural, t } from '@lingui/core/macro';
import type { ChosenContacts } from '../../../../src/contract/audience.ts';
import { count, listed } from '../../format/count.ts';

/** One of them; `detail` tells it from others of the same name, where that is known. */
export type ChosenContact = { id: string; name: string; detail?: string };

/** Contacts that a message is for: some by name, or all that match but for some. */
export type DraftContacts =
  | { kind: 'some'; chosen: readonly ChosenContact[] }
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
  const number = contactsCount(contacts);
  if (contacts.kind === 'some') {
    return t`${plural(number, { one: '# contact', other: '# contacts' })}`;
  }
  const { text, excluded } = contacts;
  const tags = listed(contacts.tags);
  if (excluded.length > 0) return withoutSome(number, tags, text, count(excluded.length));
  if (tags && text) {
    return t`${plural(number, {
      one: `# contact tagged ${tags}, with “${text}”`,
      other: `# contacts tagged ${tags}, with “${text}”`,
    })}`;
  }
  if (tags) {
    return t`${plural(number, {
      one: `# contact tagged ${tags}`,
      other: `# contacts tagged ${tags}`,
    })}`;
  }
  if (text) {
    return t`${plural(number, {
      one: `# contact with “${text}”`,
      other: `# contacts with “${text}”`,
    })}`;
  }
  return t`${plural(number, { one: 'All # contact', other: 'All # contacts' })}`;
}

/** The same of all that match but for some. */
function withoutSome(number: number, tags: string, text: string, without: string): string {
  if (tags && text) {
    return t`${plural(number, {
      one: `# contact tagged ${tags}, with “${text}”, without ${without} of them`,
      other: `# contacts tagged ${tags}, with “${text}”, without ${without} of them`,
    })}`;
  }
  if (tags) {
    return t`${plural(number, {
      one: `# contact tagged ${tags}, without ${without} of them`,
      other: `# contacts tagged ${tags}, without ${without} of them`,
    })}`;
  }
  if (text) {
    return t`${plural(number, {
      one: `# contact with “${text}”, without ${without} of them`,
      other: `# contacts with “${text}”, without ${without} of them`,
    })}`;
  }
  return t`${plural(number, {
    one: `# contact without ${without} of them`,
    other: `# contacts without ${without} of them`,
  })}`;
}

/** Some with one more, or one less; null where nobody is left. */
export function toggled(contacts: DraftContacts | null, one: ChosenContact): DraftContacts | null {
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

/** They without the one who was chosen last; those who match a filter go all at once. */
export function withoutLast(contacts: DraftContacts): DraftContacts | null {
  if (contacts.kind === 'all' || contacts.chosen.length === 1) return null;
  return { kind: 'some', chosen: contacts.chosen.slice(0, -1) };
}

/** Whether one is among them; of those that match, the answer holds for who matches. */
export function isChosen(contacts: DraftContacts | null, id: string): boolean {
  if (contacts === null) return false;
  return contacts.kind === 'some'
    ? contacts.chosen.some((one) => one.id === id)
    : !contacts.excluded.includes(id);
}

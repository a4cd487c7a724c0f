import type { GroupMembers } from '../../../../src/contract/contact-group.ts';
import type { Draft } from './draft.ts';
import { chosenContactsOf } from './draft-contacts.ts';

/** What of To can be saved as a group: contacts, tags and typed people; null where there are none. */
export function groupOfDraft({ contacts, tags, people }: Draft): GroupMembers | null {
  if (contacts === null && tags.length === 0 && people.length === 0) return null;
  return {
    ...(contacts && { contacts: chosenContactsOf(contacts) }),
    ...(tags.length > 0 && { tags: [...tags] }),
    people: people.map(({ id: _, ...person }) => person),
  };
}

/** Whether there is something else in To, which is of the day and is not saved with it. */
export function hasMore({ ticked, groups, recipients }: Draft): boolean {
  return ticked !== null || groups.length > 0 || recipients !== null;
}

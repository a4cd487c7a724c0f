import type { Audience, ChosenContacts } from '../contract/audience.ts';

/** The parts of an audience, or of a group, that are contacts; each tag is one. */
export function chosenParts({
  contacts,
  tags = [],
}: Pick<Audience, 'contacts' | 'tags'>): ChosenContacts[] {
  const tagged = tags.map((tag) => ({ filter: { tags: [tag] }, excludeIds: [] }));
  return contacts === undefined ? tagged : [contacts, ...tagged];
}

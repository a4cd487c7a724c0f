import type { Contact } from '../contract/contact.ts';
import { foldText } from '../platform/fold-text.ts';

/** What of a contact a merge may fill in, besides addresses and tags. */
export type Filled = Pick<
  Contact,
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'title'
  | 'company'
  | 'notes'
  | 'timeZone'
  | 'language'
  | 'fields'
>;

/** What a contact has once it also stands for another: its own first, and of the other what it lacks. */
export function filledFrom(
  kept: Contact,
  other: Contact,
): Filled & Pick<Contact, 'addresses' | 'tags'> {
  const named = kept.name === '' ? other : kept;
  const notes = kept.notes.includes(other.notes)
    ? [kept.notes]
    : [kept.notes, other.notes].filter((note) => note !== '');
  return {
    name: named.name,
    firstName: named.firstName,
    lastName: named.lastName,
    title: kept.title || other.title,
    company: kept.company || other.company,
    notes: notes.join('\n\n'),
    timeZone: kept.timeZone ?? other.timeZone,
    language: kept.language ?? other.language,
    fields: { ...other.fields, ...kept.fields },
    addresses: firstOfEach([...kept.addresses, ...other.addresses], ({ address }) =>
      address.toLowerCase(),
    ),
    tags: firstOfEach([...kept.tags, ...other.tags], foldText),
  };
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size);
}

/** What is left of a contact once a merge is undone; whatever was changed since stays changed. */
export function takenBack(
  now: Contact,
  merge: { before: Filled; after: Filled; addedAddresses: string[]; addedTags: string[] },
): Filled & Pick<Contact, 'addresses' | 'tags'> {
  const { before, after } = merge;
  const back = <Key extends keyof Filled>(key: Key): Filled[Key] =>
    now[key] === after[key] ? before[key] : now[key];
  const isGiven = ([name, value]: [string, string]) =>
    before.fields[name] === undefined && after.fields[name] === value;
  return {
    name: back('name'),
    firstName: back('firstName'),
    lastName: back('lastName'),
    title: back('title'),
    company: back('company'),
    notes: back('notes'),
    timeZone: back('timeZone'),
    language: back('language'),
    fields: Object.fromEntries(Object.entries(now.fields).filter((field) => !isGiven(field))),
    addresses: now.addresses.filter(({ id }) => !merge.addedAddresses.includes(id)),
    tags: now.tags.filter((tag) => !merge.addedTags.includes(foldText(tag))),
  };
}

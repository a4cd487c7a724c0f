import type { ContactInput } from '../../contract/contact.ts';
import type { Sentence } from '../../contract/said.ts';
import { foldText } from '../../platform/fold-text.ts';
import type { ContactDraft } from '../draft-contact.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/**
 * A contact with what a row adds to it; null where that is nothing. What the row says of form of address,
 * company, zone, language and fields counts, and what it says nothing of stays; numbers, mailboxes, tags
 * and notes are added and never taken away; the name stays, unless there was none. `problem` is a
 * sentence for the person who sent the file.
 */
export function addToContact(
  known: ContactInput,
  row: ContactDraft,
): { contact: ContactInput } | { problem: Sentence } | null {
  const contact: ContactInput = {
    ...known,
    ...(known.name === '' && row.name !== ''
      ? { name: row.name, firstName: row.firstName, lastName: row.lastName }
      : {}),
    title: row.title || known.title,
    company: row.company || known.company,
    timeZone: row.timeZone ?? known.timeZone,
    language: row.language ?? known.language,
    notes: withNote(known.notes, row.notes),
    fields: { ...known.fields, ...row.fields },
    addresses: withAddresses(known.addresses, row.addresses),
    tags: withTags(known.tags, row.tags),
  };
  const problem = problemOf(contact);
  if (problem !== null) return { problem };
  // What is said anew stands at the end or in its old place, so that the same is written the same.
  return JSON.stringify(contact) === JSON.stringify(known) ? null : { contact };
}

/** What a draft would be as it is typed in, to add more to it. */
export function inputOfDraft({
  listName: _,
  searchText: __,
  ...draft
}: ContactDraft): ContactInput {
  return {
    ...draft,
    addresses: draft.addresses.map(({ kind, address, label }) => ({ kind, address, label })),
    tags: draft.tags.map(({ tag }) => tag),
  };
}

function withNote(known: string, said: string): string {
  if (said === '' || known.includes(said)) return known;
  return known === '' ? said : `${known}\n${said}`;
}

function withAddresses(
  known: ContactInput['addresses'],
  said: ContactDraft['addresses'],
): ContactInput['addresses'] {
  const all = new Map(known.map((one) => [one.address.toLowerCase(), one]));
  for (const { kind, address, label } of said) {
    const key = address.toLowerCase();
    const before = all.get(key);
    if (!before) all.set(key, { kind, address, label });
    else if (before.label === '' && label !== '') all.set(key, { ...before, label });
  }
  return [...all.values()];
}

function withTags(known: readonly string[], said: ContactDraft['tags']): string[] {
  const all = new Map(known.map((tag) => [foldText(tag), tag]));
  for (const { tag, key } of said) if (!all.has(key)) all.set(key, tag);
  return [...all.values()];
}

function problemOf({ notes, fields, addresses, tags }: ContactInput): Sentence | null {
  if (addresses.length > IMPORT_LIMITS.addresses) {
    return {
      text: /*i18n*/ 'With this row the contact would have more than {most} numbers and mailboxes.',
      values: { most: IMPORT_LIMITS.addresses },
    };
  }
  if (tags.length > IMPORT_LIMITS.tags) {
    return {
      text: /*i18n*/ 'With this row the contact would have more than {most} tags.',
      values: { most: IMPORT_LIMITS.tags },
    };
  }
  if (Object.keys(fields).length > IMPORT_LIMITS.fields) {
    return {
      text: /*i18n*/ 'With this row the contact would have more than {most} fields.',
      values: { most: IMPORT_LIMITS.fields },
    };
  }
  if (notes.length > IMPORT_LIMITS.cell) {
    return {
      text: /*i18n*/ 'With this row the contact’s notes would be longer than {most} characters.',
      values: { most: IMPORT_LIMITS.cell },
    };
  }
  return null;
}

import { plural, t } from '@lingui/core/macro';
import type { Contact, ContactTag } from '../../../../src/contract/contact.ts';
import type { ContactGroup } from '../../../../src/contract/contact-group.ts';
import { beginsWords, hasWords } from '../../format/has-words.ts';
import { nameOf } from '../contacts/contact-name.ts';
import { contactDetail } from './chosen-contact.ts';
import type { DraftGroup } from './draft.ts';

/** What To offers for what is being typed: somebody of the address book, a saved group, or all with a tag. */
export type ToOffer =
  | { kind: 'contact'; key: string; label: string; detail: string; contact: Contact }
  | { kind: 'group'; key: string; label: string; detail: string; group: DraftGroup }
  | { kind: 'tag'; key: string; label: string; detail: string; tag: string };

/** So many of a kind are offered; another letter narrows them down. */
const mostOffered = { contact: 6, group: 3, tag: 3 };

/** Whether what is typed is one name or number, for which something can be offered, and no list of them. */
export function isOfferable(typed: string): boolean {
  return typed.trim().length >= 2 && !/[,;\t]/.test(typed);
}

/** Those who were found, first of whom a word begins with what is typed; without those who are in To. */
export function contactOffers(
  found: readonly Contact[],
  typed: string,
  isChosen: (id: string) => boolean,
): ToOffer[] {
  const others = found.filter(({ id }) => !isChosen(id));
  const isFirst = ({ name, company }: Contact) => beginsWords(`${name} ${company}`, typed);
  const ordered = [...others.filter(isFirst), ...others.filter((one) => !isFirst(one))];
  return ordered.slice(0, mostOffered.contact).map((contact) => ({
    kind: 'contact',
    key: contact.id,
    label: nameOf(contact),
    detail: contactDetail(contact),
    contact,
  }));
}

/** Whether somebody who was found for fewer letters still fits. */
export function stillFits({ name, company, addresses }: Contact, typed: string): boolean {
  return hasWords([name, company, ...addresses.map(({ address }) => address)].join(' '), typed);
}

/** Saved groups that fit and are not in To. */
export function groupOffers(
  known: readonly ContactGroup[],
  typed: string,
  chosen: readonly DraftGroup[],
): ToOffer[] {
  return known
    .filter(({ id, name }) => hasWords(name, typed) && !chosen.some((one) => one.id === id))
    .slice(0, mostOffered.group)
    .map(({ id, name }) => ({
      kind: 'group',
      key: id,
      label: name,
      detail: t`Saved group`,
      group: { id, name },
    }));
}

/** Tags that fit and are not in To. */
export function tagOffers(
  known: readonly ContactTag[],
  typed: string,
  chosen: readonly string[],
): ToOffer[] {
  return known
    .filter(({ tag }) => hasWords(tag, typed) && !chosen.includes(tag))
    .slice(0, mostOffered.tag)
    .map(({ tag, contacts: number }) => ({
      kind: 'tag',
      key: `tag:${tag}`,
      label: t`Everyone tagged ${tag}`,
      detail: t`${plural(number, { one: '# contact', other: '# contacts' })}`,
      tag,
    }));
}

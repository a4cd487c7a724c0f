import { t } from '@lingui/core/macro';
import type { Contact } from '../../../../src/contract/contact.ts';
import { type ContactFact, factsOf } from '../contacts/contact-facts.ts';

/** A fact of the merged contact, and whether it comes from the one that is hidden. */
export type MergedFact = ContactFact & { isTaken: boolean };

/** What a merge would leave: what the kept one has then, and what is known of the other one alone. */
export type MergeOutcome = { stays: MergedFact[]; left: ContactFact[] };

/** Compares what a merge would make with the two contacts that it is made of. */
export function mergeOutcome(kept: Contact, other: Contact, merged: Contact): MergeOutcome {
  const had = new Set(allFacts(kept).map(keyAndValue));
  const stays = allFacts(merged).map((fact) => ({ ...fact, isTaken: !had.has(keyAndValue(fact)) }));
  const has = new Map(stays.map((fact) => [fact.key, fact]));
  const left = allFacts(other).filter(({ key, name, value }) => {
    const now = has.get(key);
    if (now === undefined) return true;
    return key === 'notes' ? !now.value.includes(value) : now.value !== value || now.name !== name;
  });
  return { stays, left };
}

function allFacts(contact: Contact): ContactFact[] {
  const { name, firstName, title, tags, notes } = contact;
  return [
    { key: 'name', name: t`Name`, value: name },
    { key: 'first', name: t`First name`, value: firstName },
    { key: 'title', name: t({ message: 'Title', context: 'field: of a person' }), value: title },
    ...factsOf(contact),
    ...tags.map((tag) => ({ key: `tag:${tag.toLowerCase()}`, name: t`Tag`, value: tag })),
    { key: 'notes', name: t`Notes`, value: notes },
  ].filter(({ value }) => value !== '');
}

function keyAndValue({ key, value }: ContactFact): string {
  return `${key} ${value}`;
}

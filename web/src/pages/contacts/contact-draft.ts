import type { Contact, ContactChange } from '../../../../src/contract/contact.ts';

/** A number or mailbox as it is being typed; `key` tells the lines of the form apart. */
export type AddressDraft = {
  key: string;
  kind: 'phone' | 'email';
  address: string;
  label: string;
};

/** A field of the account's own as it is being typed. */
export type FieldDraft = { key: string; name: string; text: string };

/** A contact as the form holds it. */
export type ContactDraft = {
  name: string;
  /** By which they are greeted; empty: found in the name. */
  firstName: string;
  title: string;
  company: string;
  notes: string;
  language: string;
  timeZone: string;
  tags: string[];
  addresses: AddressDraft[];
  fields: FieldDraft[];
};

/** The draft of a contact as it stands, or of a new one with room for a number and a mailbox. */
export function contactDraft(contact: Contact | null): ContactDraft {
  if (contact === null) return { ...empty, addresses: [newAddress('phone'), newAddress('email')] };
  const { name, firstName, title, company, notes, language, timeZone, tags } = contact;
  return {
    ...{ name, firstName, title, company, notes, tags },
    language: language ?? '',
    timeZone: timeZone ?? '',
    addresses: contact.addresses.map(({ id, kind, address, label }) => ({
      key: id,
      kind,
      address,
      label,
    })),
    fields: Object.entries(contact.fields).map(([field, text]) => ({
      key: field,
      name: field,
      text,
    })),
  };
}

/** An empty line for a number or a mailbox. */
export function newAddress(kind: AddressDraft['kind']): AddressDraft {
  return { key: crypto.randomUUID(), kind, address: '', label: '' };
}

/** An empty line for a field of the account's own. */
export function newField(): FieldDraft {
  return { key: crypto.randomUUID(), name: '', text: '' };
}

/**
 * What the API is asked to keep: lines that are empty are left out. A first name that was not
 * touched is left to be found in the name, where that was changed.
 */
export function contactRequest(draft: ContactDraft, before: Contact | null): ContactChange {
  const { name, firstName, title, company, notes, tags, language, timeZone } = draft;
  const isGiven = firstName.trim() !== '' && firstName.trim() !== before?.firstName;
  const fields = draft.fields.filter(({ name: field }) => field.trim() !== '');
  return {
    ...{ title, company, notes, tags },
    ...(name.trim() === before?.name ? {} : { name }),
    ...(isGiven ? { firstName } : {}),
    language: language.trim() || null,
    timeZone: timeZone || null,
    addresses: filled(draft).map(({ kind, address, label }) => ({ kind, address, label })),
    fields: Object.fromEntries(fields.map(({ name: field, text }) => [field.trim(), text])),
  };
}

/** The lines that say something, in the order in which the API counts them. */
export function filled({ addresses }: ContactDraft): AddressDraft[] {
  return addresses.filter(({ address }) => address.trim() !== '');
}

const empty: ContactDraft = {
  name: '',
  firstName: '',
  title: '',
  company: '',
  notes: '',
  language: '',
  timeZone: '',
  tags: [],
  addresses: [],
  fields: [],
};

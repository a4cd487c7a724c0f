import { t } from '@lingui/core/macro';
import type { Contact } from '../../../../src/contract/contact.ts';
import { nameOf } from '../contacts/contact-name.ts';
import type { ChosenContact } from './draft-contacts.ts';

/** A contact as it stands in To. */
export function asChosen(contact: Contact): ChosenContact {
  return { id: contact.id, name: nameOf(contact), detail: contactDetail(contact) };
}

/** What tells a contact from others of the same name. */
export function contactDetail({ name, company, addresses }: Contact): string {
  const known = [name === '' ? '' : company, ...addresses.map(({ address }) => address)];
  return known.filter((one) => one !== '').join(' · ') || t`no number or address`;
}

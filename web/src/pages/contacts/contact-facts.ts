import { t } from '@lingui/core/macro';
import type { Contact } from '../../../../src/contract/contact.ts';

/** Something that is known of a contact. Two contacts say different things of the same `key`. */
export type ContactFact = { key: string; name: string; value: string };

/** What is known of a contact besides its tags and notes; what is empty is left out. */
export function factsOf(contact: Contact): ContactFact[] {
  const { addresses, company, language, timeZone, fields } = contact;
  return [
    ...addresses.map(({ kind, label, address }) => ({
      key: `address:${address.toLowerCase()}`,
      name:
        label ||
        (kind === 'phone'
          ? t({ message: 'Phone', context: 'field: a number' })
          : t({ message: 'Email', context: 'field: an address' })),
      value: address,
    })),
    { key: 'company', name: t`Company`, value: company },
    { key: 'language', name: t`Language`, value: language ?? '' },
    { key: 'zone', name: t`Time zone`, value: timeZone?.replaceAll('_', ' ') ?? '' },
    ...Object.entries(fields).map(([name, value]) => ({ key: `field:${name}`, name, value })),
  ].filter(({ value }) => value !== '');
}

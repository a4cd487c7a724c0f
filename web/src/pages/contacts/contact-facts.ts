import { t } from '@lingui/core/macro';
import type { Contact } from '../../../../src/contract/contact.ts';
import { locale } from '../../format/locale.ts';

/** Something that is known of a contact. Two contacts say different things of the same `key`. */
export type ContactFact = { key: string; name: string; value: string };

const languageNames = new Intl.DisplayNames(locale, { type: 'language' });

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
    { key: 'language', name: t`Language`, value: language === null ? '' : languageName(language) },
    { key: 'zone', name: t`Time zone`, value: timeZone?.replaceAll('_', ' ') ?? '' },
    ...Object.entries(fields).map(([name, value]) => ({ key: `field:${name}`, name, value })),
  ].filter(({ value }) => value !== '');
}

/** “Spanish (Mexico)” for es-MX; what no browser knows by name stays as it was written. */
function languageName(tag: string): string {
  return languageNames.of(tag) ?? tag;
}

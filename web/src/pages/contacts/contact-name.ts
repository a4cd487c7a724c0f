import { t } from '@lingui/core/macro';
import type { Contact } from '../../../../src/contract/contact.ts';

/** What a contact is called, or what else is known of them. */
export function nameOf({ name, company, addresses }: Contact): string {
  return name || company || addresses[0]?.address || t`Somebody without a name`;
}

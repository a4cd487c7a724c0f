import { t } from '@lingui/core/macro';
import type { Provider } from '../../../src/contract/provider.ts';

/** What the server calls the one for practice. */
const PRACTICE = /^Practice phones and mailboxes$/;

/** The name of a provider: of the one for practice, to which nobody gave one, in the reader's language. */
export function providerName({ kind, name }: Pick<Provider, 'kind' | 'name'>): string {
  return kind === 'sandbox' ? t`Practice phones and mailboxes` : name;
}

/** The same, where the server tells nothing but the name. */
export function providerNamed(name: string): string {
  return providerName({ kind: PRACTICE.test(name) ? 'sandbox' : 'smtp', name });
}

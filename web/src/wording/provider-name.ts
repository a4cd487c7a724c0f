import { t } from '@lingui/core/macro';
import type { Provider } from '../../../src/contract/provider.ts';

/** The name of a provider: of the one for practice, to which nobody gave one, in the reader's language. */
export function providerName({ kind, name }: Pick<Provider, 'kind' | 'name'>): string {
  return kind === 'sandbox' ? t`Practice phones and mailboxes` : name;
}

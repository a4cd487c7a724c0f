import type { ConsentPage, ConsentSource } from '../../../src/contract/consent.ts';
import { channelPlural } from './channels.ts';

type Consent = ConsentPage['items'][number];

/** How we know it. */
export const consentSourceWords: Readonly<Record<ConsentSource, string>> = {
  typed: 'told to somebody here',
  imported: 'from a list',
  form: 'ticked in a form',
  reply: 'by a message of theirs',
  link: 'by the unsubscribe link',
  call: 'by a key in a call',
  carrier: 'told by the carrier',
};

/** What was noted, in few words. */
export function consentInWords({ channel, state, basis }: Consent): string {
  const what = channelPlural[channel];
  if (state === 'revoked') return `Want no more ${what}`;
  return basis === 'explicit'
    ? `Agreed to ${what}`
    : `Implied for ${what}: they gave us the address`;
}

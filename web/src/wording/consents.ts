import { select, t } from '@lingui/core/macro';
import type { ConsentPage, ConsentSource } from '../../../src/contract/consent.ts';

type Consent = ConsentPage['items'][number];

/** How we know it. */
export function consentSourceWords(source: ConsentSource): string {
  switch (source) {
    case 'typed':
      return t`told to somebody here`;
    case 'imported':
      return t`from a list`;
    case 'form':
      return t`ticked in a form`;
    case 'reply':
      return t`by a message of theirs`;
    case 'link':
      return t`by the unsubscribe link`;
    case 'call':
      return t`by a key in a call`;
    case 'carrier':
      return t`told by the carrier`;
  }
}

/** What was noted, in few words. */
export function consentInWords({ channel, state, basis }: Consent): string {
  if (state === 'revoked') {
    return select(channel, {
      sms: 'Want no more texts',
      email: 'Want no more emails',
      other: 'Want no more calls',
    });
  }
  if (basis === 'explicit') {
    return select(channel, {
      sms: 'Agreed to texts',
      email: 'Agreed to emails',
      other: 'Agreed to calls',
    });
  }
  return select(channel, {
    sms: 'Implied for texts: they gave us the address',
    email: 'Implied for emails: they gave us the address',
    other: 'Implied for calls: they gave us the address',
  });
}

import { select, t } from '@lingui/core/macro';
import type { ConsentPage, ConsentSource } from '../../../src/contract/consent.ts';
import { suppressionWords, theirOwn } from './opt-outs.ts';

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

/** What else proves it: what the server wrote by itself is said in the reader's language, as nobody here wrote it. */
export function consentDetail(detail: string): string {
  const sentTo = /^Sent to (\S+)$/.exec(detail)?.[1];
  if (sentTo !== undefined) return t`Sent to ${sentTo}`;
  if (/^Read as an opt-out by a person$/.test(detail)) return t`Read as an opt-out by a person`;
  const stoodFor = /^Taken off the list, where it stood for (\w+)$/.exec(detail)?.[1];
  const reason = theirOwn.find((one) => one === stoodFor);
  if (reason === undefined) return detail;
  const why = suppressionWords(reason);
  return t`Taken off the list: ${why}`;
}

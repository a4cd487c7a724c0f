import type { BroadcastRequest } from '../../src/contract/broadcast.ts';

/** People are numbered from 1; each has one number and one mailbox, and their own text. */
export type Channel = 'sms' | 'email';

const FIRST_PHONE = 12_125_000_000;

/** Where a person is reached. */
export function addressOf(channel: Channel, person: number): string {
  return channel === 'sms' ? `+${FIRST_PHONE + person}` : `person${person}@example.com`;
}

/** The reverse of `addressOf`; null for an address of nobody. */
export function personAt(channel: Channel, address: string): number | null {
  const digits = (channel === 'sms' ? /^\+(\d+)$/ : /^person(\d+)@example\.com$/).exec(
    address,
  )?.[1];
  if (digits === undefined) return null;
  return channel === 'sms' ? Number(digits) - FIRST_PHONE : Number(digits);
}

/** What everybody is told: each text names the person for whom it is. */
export function contentOf(channel: Channel): BroadcastRequest['content'] {
  const text = 'Person {{ participant.last_name }}, we are closed today.';
  return channel === 'sms' ? { sms: { text } } : { email: { subject: 'Closed', text } };
}

/** Whom a text names, as the carrier received it; null where it names nobody. */
export function personIn(text: string): number | null {
  const digits = /Person (\d+), we are closed/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

import { type SandboxMessage, sandboxDevicePage } from '../../../src/contract/sandbox.ts';
import type { Call } from '../../support/call.ts';

/** A message that a pretend phone or mailbox has got. */
export type Arrived = SandboxMessage & { address: string };

/** All that came to the pretend phones and mailboxes and says this, in order of address and channel. */
export async function arrived(call: Call, words: string): Promise<Arrived[]> {
  const { json } = await call('GET', '/api/sandbox/devices?limit=100');
  return sandboxDevicePage
    .parse(json)
    .items.flatMap(({ address, messages }) => messages.map((one) => ({ ...one, address })))
    .filter(({ text }) => text.includes(words))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** One in a line: where, how, and what it says. */
export function arrivedInWords({ address, channel, text }: Arrived): string {
  return `${address} ${channel} ${text}`;
}

function key({ address, channel }: Arrived): string {
  return `${address} ${channel}`;
}

import type { Channel } from '../../../src/contract/channel.ts';
import { count, listed } from '../format/count.ts';

/** The channels in the order in which the page lists them. */
export const channelOrder: readonly Channel[] = ['sms', 'email', 'voice'];

/** What a message on a channel is called. */
export const channelNoun: Readonly<Record<Channel, string>> = {
  sms: 'Text',
  email: 'Email',
  voice: 'Call',
};

/** The same for many: "34 texts". */
export const channelPlural: Readonly<Record<Channel, string>> = {
  sms: 'texts',
  email: 'emails',
  voice: 'calls',
};

const verb: Readonly<Record<Channel, string>> = { sms: 'text', email: 'email', voice: 'call' };

/** What a button is about to do: "Text 34 people, call 4". */
export function sendingInWords(deliveries: Readonly<Record<Channel, number>>): string {
  const parts = channelOrder
    .filter((channel) => deliveries[channel] > 0)
    .map((channel, i) => {
      const number = deliveries[channel];
      const noun = i > 0 ? '' : number === 1 ? ' person' : ' people';
      return `${verb[channel]} ${count(number)}${noun}`;
    });
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What does not leave this machine, for the banner; null where everything is real. */
export function practiceInWords(practice: readonly Channel[]): string | null {
  if (practice.length === 0) return null;
  const real = channelOrder.filter((channel) => !practice.includes(channel));
  if (real.length === 0) return 'Practice mode: nothing leaves this machine.';
  const pretend = channelOrder.filter((channel) => practice.includes(channel));
  const stays = isOne(pretend) ? 'does' : 'do';
  const is = isOne(real) ? 'is' : 'are';
  const realNames = named(real);
  return `Practice mode: ${named(pretend)} ${stays} not leave this machine. ${realNames.charAt(0).toUpperCase()}${realNames.slice(1)} ${is} real.`;
}

/** "Email" is one thing where texts and calls are many. */
function isOne(channels: readonly Channel[]): boolean {
  return channels.length === 1 && channels[0] === 'email';
}

function named(channels: readonly Channel[]): string {
  return listed(
    channels.map((channel) => (channel === 'email' ? 'email' : channelPlural[channel])),
  );
}

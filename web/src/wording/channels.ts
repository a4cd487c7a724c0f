import type { Channel } from '../../../src/contract/channel.ts';
import type { Plan } from '../../../src/contract/plan.ts';
import { count, counted, listed } from '../format/count.ts';

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

/** In a sentence: "If the text does not reach them". */
export const theChannel: Readonly<Record<Channel, string>> = {
  sms: 'the text',
  email: 'the email',
  voice: 'the call',
};

/** In a sentence: "there will be an email". */
export const aChannel: Readonly<Record<Channel, string>> = {
  sms: 'a text',
  email: 'an email',
  voice: 'a call',
};

const verb: Readonly<Record<Channel, string>> = { sms: 'text', email: 'email', voice: 'call' };

/**
 * What a button is about to do: "Text 34 people, call 4"; or "Send 7 texts" where messages and people
 * are not the same number: a shared phone stands for two people, or one person gets two messages.
 */
export function sendingInWords({
  deliveries,
  reached,
}: Pick<Plan, 'deliveries' | 'reached'>): string {
  const total = channelOrder.reduce((sum, channel) => sum + deliveries[channel], 0);
  if (total !== reached) return `Send ${messagesInWords(deliveries)}`;
  const parts = channelOrder
    .filter((channel) => deliveries[channel] > 0)
    .map((channel, i) => {
      const number = deliveries[channel];
      const noun = i > 0 ? '' : number === 1 ? ' person' : ' people';
      return `${verb[channel]} ${count(number)}${noun}`;
    });
  if (parts.length === 0) return 'Send';
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How many there are of each: "34 texts and 1 call". */
export function messagesInWords(deliveries: Plan['deliveries']): string {
  return listed(
    channelOrder
      .filter((channel) => deliveries[channel] > 0)
      .map((channel) =>
        counted(deliveries[channel], channelNoun[channel].toLowerCase(), channelPlural[channel]),
      ),
  );
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

import { plural, t } from '@lingui/core/macro';
import type { Channel } from '../../../src/contract/channel.ts';
import type { Plan } from '../../../src/contract/plan.ts';
import { count, listed } from '../format/count.ts';

/** The channels in the order in which the page lists them. */
export const channelOrder: readonly Channel[] = ['sms', 'email', 'voice'];

/** What a message on a channel is called, where it stands by itself. */
export function channelNoun(channel: Channel): string {
  switch (channel) {
    case 'sms':
      return t({ message: 'Text', context: 'noun: a text message' });
    case 'email':
      return t({ message: 'Email', context: 'noun: one message' });
    case 'voice':
      return t({ message: 'Call', context: 'noun: a phone call' });
  }
}

/** The same for many, where it stands by itself or in a list. */
export function channelPlural(channel: Channel): string {
  switch (channel) {
    case 'sms':
      return t({ message: 'texts', context: 'noun: text messages' });
    case 'email':
      return t({ message: 'emails', context: 'noun: many messages' });
    case 'voice':
      return t({ message: 'calls', context: 'noun: phone calls' });
  }
}

/**
 * What a button is about to do: "Text 34 people, call 4"; or "Send 7 texts" where messages and people
 * are not the same number: a shared phone stands for two people, or one person gets two messages.
 */
export function sendingInWords({
  deliveries,
  reached,
}: Pick<Plan, 'deliveries' | 'reached'>): string {
  const total = channelOrder.reduce((sum, channel) => sum + deliveries[channel], 0);
  if (total !== reached) {
    const messages = messagesInWords(deliveries);
    return t`Send ${messages}`;
  }
  const [first, ...others] = channelOrder.filter((channel) => deliveries[channel] > 0);
  if (first === undefined) return t({ message: 'Send', context: 'button, without a number' });
  return [
    reachInWords(first, deliveries[first]),
    ...others.map((channel) => alsoInWords(channel, deliveries[channel])),
  ].join(', ');
}

/** Whom the first channel of a button reaches. */
function reachInWords(channel: Channel, people: number): string {
  switch (channel) {
    case 'sms':
      return t`Text ${plural(people, { one: '# person', other: '# people' })}`;
    case 'email':
      return t`Email ${plural(people, { one: '# person', other: '# people' })}`;
    case 'voice':
      return t`Call ${plural(people, { one: '# person', other: '# people' })}`;
  }
}

/** What a button does besides, on a further channel. */
function alsoInWords(channel: Channel, people: number): string {
  const number = count(people);
  switch (channel) {
    case 'sms':
      return t({
        message: `text ${number}`,
        comment: 'Follows “Text 34 people, ”: so many people',
      });
    case 'email':
      return t({
        message: `email ${number}`,
        comment: 'Follows “Text 34 people, ”: so many people',
      });
    case 'voice':
      return t({
        message: `call ${number}`,
        comment: 'Follows “Text 34 people, ”: so many people',
      });
  }
}

/** How many there are of each: "34 texts and 1 call". */
export function messagesInWords(deliveries: Plan['deliveries']): string {
  return listed(
    channelOrder
      .filter((channel) => deliveries[channel] > 0)
      .map((channel) => channelCounted(channel, deliveries[channel])),
  );
}

/** A number of messages on a channel: "34 texts". */
export function channelCounted(channel: Channel, number: number): string {
  switch (channel) {
    case 'sms':
      return plural(number, { one: '# text', other: '# texts' });
    case 'email':
      return plural(number, { one: '# email', other: '# emails' });
    case 'voice':
      return plural(number, { one: '# call', other: '# calls' });
  }
}

import type { Outcome } from '../../../src/contract/outcome.ts';

/** grey waits, blue moves, green arrived, amber needs a look, red failed. */
export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red';

/** The outcomes in the order in which a message's page lists them. */
export const outcomeOrder: readonly Outcome[] = [
  'delivered',
  'with_carrier',
  'not_delivered',
  'not_sure',
  'sending',
  'waiting',
  'taken_back',
  'left_out',
];

/** How an outcome is said and coloured. */
export const outcomeWords: Readonly<Record<Outcome, { word: string; tone: Tone }>> = {
  waiting: { word: 'Waiting', tone: 'grey' },
  sending: { word: 'Sending', tone: 'blue' },
  with_carrier: { word: 'With the carrier', tone: 'blue' },
  delivered: { word: 'Delivered', tone: 'green' },
  not_delivered: { word: 'Not delivered', tone: 'red' },
  not_sure: { word: 'Not sure', tone: 'amber' },
  left_out: { word: 'Left out', tone: 'grey' },
  taken_back: { word: 'Taken back', tone: 'grey' },
};

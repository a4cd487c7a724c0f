import type { Outcome } from '../../../src/contract/outcome.ts';
import { outcomeWord } from '../../../src/contract/outcome-words.ts';

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
  waiting: { word: outcomeWord.waiting, tone: 'grey' },
  sending: { word: outcomeWord.sending, tone: 'blue' },
  with_carrier: { word: outcomeWord.with_carrier, tone: 'blue' },
  delivered: { word: outcomeWord.delivered, tone: 'green' },
  not_delivered: { word: outcomeWord.not_delivered, tone: 'red' },
  not_sure: { word: outcomeWord.not_sure, tone: 'amber' },
  left_out: { word: outcomeWord.left_out, tone: 'grey' },
  taken_back: { word: outcomeWord.taken_back, tone: 'grey' },
};

import type { Outcome } from '../../../src/contract/outcome.ts';
import { outcomeWord } from '../../../src/contract/outcome-words.ts';
import { serverSays } from '../language/server-says.ts';

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

const tones: Readonly<Record<Outcome, Tone>> = {
  waiting: 'grey',
  sending: 'blue',
  with_carrier: 'blue',
  delivered: 'green',
  not_delivered: 'red',
  not_sure: 'amber',
  left_out: 'grey',
  taken_back: 'grey',
};

/** How an outcome is said and coloured. */
export function outcomeWords(outcome: Outcome): { word: string; tone: Tone } {
  return { word: serverSays(outcomeWord[outcome]), tone: tones[outcome] };
}

import { plural, t } from '@lingui/core/macro';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import type { KeyMeaning } from '../../../src/contract/delivery.ts';
import type { VoiceKeys } from '../../../src/contract/voice-content.ts';

const order = ['confirm', 'call_back', 'opt_out'] as const;

/** What somebody said by keys, as in “confirmed, wants no more calls”. */
export function pressedInWords(keys: readonly KeyMeaning[]): string {
  return order
    .filter((meaning) => keys.includes(meaning))
    .map(saidByOne)
    .join(', ');
}

function saidByOne(meaning: KeyMeaning): string {
  switch (meaning) {
    case 'confirm':
      return t`confirmed`;
    case 'call_back':
      return t`wants to be called back`;
    case 'opt_out':
      return t`wants no more calls`;
  }
}

/** How many said what by keys; empty where nobody did. */
export function pressedCounts(keys: Broadcast['keys']): string {
  return order
    .filter((meaning) => keys[meaning] > 0)
    .map((meaning) => saidByMany(meaning, keys[meaning]))
    .join(', ');
}

function saidByMany(meaning: KeyMeaning, people: number): string {
  switch (meaning) {
    case 'confirm':
      return plural(people, { one: '# confirmed', other: '# confirmed' });
    case 'call_back':
      return plural(people, {
        one: '# wants to be called back',
        other: '# want to be called back',
      });
    case 'opt_out':
      return plural(people, { one: '# wants no more calls', other: '# want no more calls' });
  }
}

/** What the keys of a call mean, as in “1 confirms, 9 wants no more calls”. */
export function keysInWords({ confirm, callBack, optOut }: VoiceKeys): string {
  return [
    confirm === undefined ? null : t`${confirm} confirms`,
    callBack === undefined ? null : t`${callBack} asks to be called back`,
    optOut === undefined ? null : t`${optOut} wants no more calls`,
  ]
    .filter((meant) => meant !== null)
    .join(', ');
}

import type { Broadcast } from '../../../src/contract/broadcast.ts';
import type { KeyMeaning } from '../../../src/contract/delivery.ts';
import type { VoiceKeys } from '../../../src/contract/voice-content.ts';
import { count } from '../format/count.ts';

const one: Readonly<Record<KeyMeaning, string>> = {
  confirm: 'confirmed',
  call_back: 'wants to be called back',
  opt_out: 'wants no more calls',
};
const many: Readonly<Record<KeyMeaning, string>> = {
  confirm: 'confirmed',
  call_back: 'want to be called back',
  opt_out: 'want no more calls',
};
const order = ['confirm', 'call_back', 'opt_out'] as const;

/** What somebody said by keys, as in “confirmed, wants no more calls”. */
export function pressedInWords(keys: readonly KeyMeaning[]): string {
  return order
    .filter((meaning) => keys.includes(meaning))
    .map((meaning) => one[meaning])
    .join(', ');
}

/** How many said what by keys; empty where nobody did. */
export function pressedCounts(keys: Broadcast['keys']): string {
  return order
    .filter((meaning) => keys[meaning] > 0)
    .map((meaning) => `${count(keys[meaning])} ${(keys[meaning] === 1 ? one : many)[meaning]}`)
    .join(', ');
}

/** What the keys of a call mean, as in “1 confirms, 9 wants no more calls”. */
export function keysInWords({ confirm, callBack, optOut }: VoiceKeys): string {
  const meant = [
    [confirm, 'confirms'],
    [callBack, 'asks to be called back'],
    [optOut, 'wants no more calls'],
  ];
  return meant.flatMap(([key, does]) => (key === undefined ? [] : `${key} ${does}`)).join(', ');
}

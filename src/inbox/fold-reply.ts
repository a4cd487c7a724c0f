import { foldText } from '../platform/fold-text.ts';

/**
 * An answer as its words are compared: lower case, without accents, emoji and punctuation, and without what
 * nobody sees. Apostrophes vanish (`don't` is `dont`), everything else between words is one space.
 */
export function foldReply(text: string): string {
  return foldText(text.replace(/\p{Cf}/gu, ''))
    .replace(/['’‘`´ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

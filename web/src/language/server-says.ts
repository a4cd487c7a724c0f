import { i18n } from '@lingui/core';
import type { Said } from '../../../src/contract/said.ts';

/**
 * A sentence of the server in the reader's language. `english` is how it came, which is also its key where
 * no values stand in it; it stays where the catalogue does not know the sentence, or is English itself.
 */
export function serverSays(english: string, said: Said = { text: english }): string {
  return translated(said) ?? english;
}

function translated({ text, values = {} }: Said): string | null {
  if (!Object.hasOwn(i18n.messages, text)) return null;
  const inWords: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    const words = typeof value === 'object' ? translated(value) : value;
    if (words === null) return null;
    inWords[name] = words;
  }
  return i18n._(text, inWords);
}

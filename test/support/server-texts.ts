import { readFileSync } from 'node:fs';
import type { Said } from '../../src/contract/said.ts';
import { english } from '../../src/platform/english.ts';
import { poEntries } from './po-entries.ts';

const CATALOGUE = new URL('../../web/src/texts/en/server.po', import.meta.url);

/** All that the server says, as the catalogue knows it. */
export function serverTexts(): ReadonlySet<string> {
  return new Set(poEntries(readFileSync(CATALOGUE, 'utf8')).map(({ text }) => text));
}

/** Every key by which a sentence of an answer is looked up, with the English that stands beside it. */
export function keysOf(sentence: string, said: Said = { text: sentence }): [string, string][] {
  const inside = Object.values(said.values ?? {}).flatMap((value) =>
    typeof value === 'object' ? keysOf(english(value), value) : [],
  );
  return [[said.text, english(said)], ...inside];
}

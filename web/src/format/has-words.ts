/** Whether all words of `typed` are in a text, however they are written and accented. */
export function hasWords(text: string, typed: string): boolean {
  const folded = plain(text);
  return wordsOf(typed).every((word) => folded.includes(word));
}

/** Whether each word of `typed` begins a word of the text. */
export function beginsWords(text: string, typed: string): boolean {
  const found = wordsOf(text);
  return wordsOf(typed).every((word) => found.some((one) => one.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

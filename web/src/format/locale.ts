/** The page speaks English, so dates and numbers follow the reader's kind of English. */
export const locale = englishOf(navigator.languages);

/** The first English tag that is one; browsers on systems without a locale call it `en-US@posix`. */
export function englishOf(tags: readonly string[]): string {
  return tags.find((tag) => tag.startsWith('en') && isTag(tag)) ?? 'en';
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

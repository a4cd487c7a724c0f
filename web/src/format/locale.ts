import type { Language } from '../language/languages.ts';
import { language } from '../language/own-language.ts';

/** The page speaks one language; dates and numbers follow the reader's own kind of it. */
export const locale = kindOf(language, navigator.languages);

/** The first tag of a language that is one; browsers on systems without a locale call it `en-US@posix`. */
export function kindOf(language: Language, tags: readonly string[]): string {
  return tags.find((tag) => tag.split('-')[0] === language && isTag(tag)) ?? language;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

import { isLanguage, type Language, languageFor } from './languages.ts';

const KEY = 'headsup.language';

/** The language of this browser: what was chosen here, or else what it asks for by itself. */
export const language: Language = chosenLanguage() ?? languageFor(navigator.languages);

/** The language that was chosen in this browser; null where it is left to the browser. */
export function chosenLanguage(): Language | null {
  const code = globalThis.localStorage?.getItem(KEY);
  return isLanguage(code) ? code : null;
}

/** Has the page speak a language (null: the browser's own), from now on, in this browser. */
export function chooseLanguage(chosen: Language | null): void {
  if (chosen === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, chosen);
  // Dates, sorting and texts are made by one language from the start; drafts outlive it.
  window.location.reload();
}

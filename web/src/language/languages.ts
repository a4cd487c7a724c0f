/** The languages that the page speaks, each by its own name. */
export const languages = { en: 'English', es: 'Español', fr: 'Français' } as const;
export type Language = keyof typeof languages;

/** Whether it is the code of a language that the page speaks. */
export function isLanguage(code: unknown): code is Language {
  return typeof code === 'string' && Object.hasOwn(languages, code);
}

/** The first of a reader's wishes (`navigator.languages`) that the page speaks; English if none is. */
export function languageFor(wishes: readonly string[]): Language {
  const codes = wishes.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  return codes.find(isLanguage) ?? 'en';
}

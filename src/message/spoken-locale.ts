/** Languages come from address books, so what is remembered of them is bounded. */
const known = new Map<string, string>();
const MOST_KNOWN = 500;
const LONGEST = 35;

/**
 * The locale (BCP 47) in which days and times are said: the first of `languages` that this machine
 * speaks, with `country` where it names none of its own, so that English is 2:30 PM in the United
 * States and 14:30 in Britain. English where there is none.
 */
export function spokenLocale(languages: readonly string[], country: string): string {
  for (const language of languages) {
    if (language === '' || language.length > LONGEST) continue;
    const key = `${language} ${country}`;
    let locale = known.get(key);
    if (locale === undefined) {
      locale = localeOf(language, country);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, locale);
    }
    if (locale !== '') return locale;
  }
  return 'en-US';
}

/** Empty for what is no language, or one that nothing can be said in. */
function localeOf(language: string, country: string): string {
  try {
    const locale = new Intl.Locale(language);
    if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return '';
    const { baseName, region } = locale;
    if (region !== undefined) return baseName;
    return new Intl.Locale(baseName, { region: country }).toString();
  } catch {
    return '';
  }
}

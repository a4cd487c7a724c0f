/** The time zone of this browser, as a first guess at the business's. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The country that the browser's language names, or nothing where it names none. */
export function browserCountry(): string {
  const [tag = ''] = navigator.languages;
  try {
    return new Intl.Locale(tag).region ?? '';
  } catch {
    return '';
  }
}

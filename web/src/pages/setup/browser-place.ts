/** What this browser tells of where it is: its time zone, and the country that its language names; empty: none. */
export function browserPlace(): { timeZone: string; region: string } {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const [tag = ''] = navigator.languages;
  try {
    return { timeZone, region: new Intl.Locale(tag).region ?? '' };
  } catch {
    return { timeZone, region: '' };
  }
}

const ALL_DAY: Readonly<Record<string, string>> = {
  en: 'all day',
  ca: 'tot el dia',
  da: 'hele dagen',
  de: 'ganztägig',
  es: 'todo el día',
  fi: 'koko päivän',
  fr: 'toute la journée',
  it: 'tutto il giorno',
  nb: 'hele dagen',
  nl: 'de hele dag',
  no: 'hele dagen',
  pl: 'cały dzień',
  pt: 'o dia todo',
  sv: 'hela dagen',
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Says how long something takes, in milliseconds; whole days where it is meant in days. */
export type Lasting = (duration: number, inDays: boolean) => string;

/** `all day` in the language of a locale; in English where we do not know it. */
export function allDayWords(locale: string): string {
  return ALL_DAY[new Intl.Locale(locale).language] ?? 'all day';
}

/** How long something takes in the words of a locale: `1 hour, 30 minutes`. */
export function lasting(locale: string): Lasting {
  const unit = (name: 'day' | 'hour' | 'minute') => {
    let format: Intl.NumberFormat | undefined;
    return (n: number) => {
      format ??= new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
      return n === 0 ? [] : [format.format(n)];
    };
  };
  const [days, hours, minutes] = [unit('day'), unit('hour'), unit('minute')];
  let list: Intl.ListFormat | undefined;
  return (duration, inDays) => {
    // A day on which the clocks are changed is a day all the same.
    if (inDays) return days(Math.max(1, Math.round(duration / DAY))).join('');
    const parts = [
      ...hours(Math.floor(duration / HOUR)),
      ...minutes(Math.round((duration % HOUR) / MINUTE)),
    ];
    list ??= new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
    return list.format(parts).replace(/[\u00a0\u202f]/g, ' ');
  };
}

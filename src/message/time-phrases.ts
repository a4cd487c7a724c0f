import { allDayWords, type Lasting, lasting } from './time-words.ts';

/** How instants (milliseconds since 1970) are said in one language and one time zone. */
export type TimePhrases = {
  /** Monday, March 8 */
  day(instant: number): string;
  /** Mon, Mar 8 */
  shortDay(instant: number): string;
  /** 3/8/2027 */
  numericDay(instant: number): string;
  /** Monday */
  weekday(instant: number): string;
  /** 9:30 AM */
  time(instant: number): string;
  /** Monday, March 8 at 9:30 AM */
  dayAndTime(instant: number): string;
  /** 3/8/2027, 9:30 AM */
  numeric(instant: number): string;
  /** all day */
  allDay: string;
  /** 1 hour, 30 minutes */
  lasting: Lasting;
};

// Making a formatter costs a thousand times what using it does. Time zone names come from calendars,
// so the cache is bounded.
const cache = new Map<string, Map<string, TimePhrases>>();
const cacheLimit = 1_000;
let cached = 0;

/** The phrases of a BCP 47 `locale` in an IANA `timeZone`; throws RangeError for one that does not exist. */
export function timePhrases(locale: string, timeZone: string): TimePhrases {
  const known = cache.get(locale)?.get(timeZone);
  if (known) return known;
  const made = makePhrases(locale, timeZone);
  if (cached >= cacheLimit) cache.clear();
  cached = cached >= cacheLimit ? 1 : cached + 1;
  const ofLocale = cache.get(locale) ?? new Map<string, TimePhrases>();
  cache.set(locale, ofLocale.set(timeZone, made));
  return made;
}

const day = { weekday: 'long', month: 'long', day: 'numeric' } as const;
const numericDay = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const time = { hour: 'numeric', minute: '2-digit' } as const;

function makePhrases(locale: string, timeZone: string): TimePhrases {
  return {
    day: formatter(day),
    shortDay: formatter({ weekday: 'short', month: 'short', day: 'numeric' }),
    numericDay: formatter(numericDay),
    weekday: formatter({ weekday: 'long' }),
    time: formatter(time),
    dayAndTime: formatter({ ...day, ...time }),
    numeric: formatter({ ...numericDay, ...time }),
    allDay: allDayWords(locale),
    lasting: lasting(locale),
  };

  /** Made when it is first asked for: most texts ask for one of them. */
  function formatter(options: Intl.DateTimeFormatOptions): (instant: number) => string {
    let format: Intl.DateTimeFormat | undefined;
    return (instant) => {
      format ??= new Intl.DateTimeFormat(locale, { ...options, timeZone });
      return plainSpaces(format.format(instant));
    };
  }
}

/** Intl writes narrow no-break spaces, and one of them alone would make a text message Unicode. */
function plainSpaces(phrase: string): string {
  return phrase.replace(/[\u00a0\u2009\u202f]/g, ' ');
}

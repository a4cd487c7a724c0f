import { Drop } from 'liquidjs';
import { timePhrases } from './time-phrases.ts';

/** Which words stand for the moment. */
export type MomentStyle =
  | 'day'
  | 'shortDay'
  | 'numericDay'
  | 'weekday'
  | 'time'
  | 'dayAndTime'
  | 'numeric';

/** A point of time (milliseconds since 1970), and how it is meant and said. */
export type When = { instant: number; timeZone: string; allDay: boolean; locale: string };

/**
 * A point of time in a text. It reads as words (`Monday, March 8`), yet filters can still move it or
 * say it otherwise: `{{ event.time_phrase | add_minutes: -15 }}`.
 * An all-day event has no time: its day and time is its day, and its time is `all day`.
 */
export class Moment extends Drop {
  readonly #when: When;
  readonly #style: MomentStyle;

  constructor(when: When, style: MomentStyle) {
    super();
    this.#when = when;
    this.#style = style;
  }

  /** The words; the name is what Liquid asks for. */
  override valueOf(): string {
    const { instant, timeZone, allDay, locale } = this.#when;
    const phrases = timePhrases(locale, timeZone);
    if (allDay && this.#style === 'time') return phrases.allDay;
    if (allDay && this.#style === 'dayAndTime') return phrases.day(instant);
    if (allDay && this.#style === 'numeric') return phrases.numericDay(instant);
    return phrases[this.#style](instant);
  }

  /** The same moment in other words. */
  as(style: MomentStyle): Moment {
    return new Moment(this.#when, style);
  }

  /** The moment so many minutes later, in the same words. An all-day event stays where it is. */
  plusMinutes(minutes: number): Moment {
    if (this.#when.allDay) return this;
    const instant = this.#when.instant + Math.round(minutes * 60_000);
    // No calendar goes further than a date can (ECMA-262, 21.4.1.1); what lies beyond stays where it is.
    if (Math.abs(instant) > 8.64e15) return this;
    return new Moment({ ...this.#when, instant }, this.#style);
  }
}

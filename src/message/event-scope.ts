import { Drop } from 'liquidjs';
import { cleanValue } from './clean-value.ts';
import { customFields } from './custom-scope.ts';
import { Moment, type MomentStyle } from './moment.ts';
import type { RecipientFields } from './recipient-fields.ts';
import { timePhrases } from './time-phrases.ts';

/** An appointment as a template reads it; without one, every field of it is empty. */
export class EventScope extends Drop {
  readonly #event: RecipientFields['event'];
  readonly #locale: string;
  constructor(event: RecipientFields['event'], locale: string) {
    super();
    this.#event = event;
    this.#locale = locale;
  }
  get title(): string {
    return cleanValue(this.#event?.title ?? '');
  }
  get location(): string {
    return cleanValue(this.#event?.location ?? '');
  }
  get calendar(): string {
    return cleanValue(this.#event?.calendar ?? '');
  }
  get time_zone(): string {
    return cleanValue(this.#event?.time_zone ?? '');
  }
  get date_phrase(): Moment | string {
    return this.#starts('day');
  }
  get time_phrase(): Moment | string {
    return this.#starts('time');
  }
  get day_and_time_phrase(): Moment | string {
    return this.#starts('dayAndTime');
  }
  get end_time_phrase(): Moment | string {
    return this.#ends('time');
  }
  get starts_at(): Moment | string {
    return this.#starts('numeric');
  }
  get ends_at(): Moment | string {
    return this.#ends('numeric');
  }
  get duration(): string {
    const event = this.#event;
    if (!event?.starts_at || !event.ends_at) return '';
    const duration = Date.parse(event.ends_at) - Date.parse(event.starts_at);
    return timePhrases(this.#locale, event.time_zone).lasting(duration, event.all_day);
  }
  get fields(): Record<string, string> {
    return customFields(this.#event?.fields);
  }
  #starts(style: MomentStyle): Moment | string {
    const event = this.#event;
    return event?.starts_at ? this.#moment(event, Date.parse(event.starts_at), style) : '';
  }
  #ends(style: MomentStyle): Moment | string {
    const event = this.#event;
    if (!event?.ends_at) return '';
    const end = Date.parse(event.ends_at);
    // RFC 5545 3.6.1: DTEND is the first moment after the event, so an all-day event ends the day before.
    const last = event.all_day ? Math.max(end - 1, Date.parse(event.starts_at)) : end;
    return this.#moment(event, last, style);
  }
  #moment(
    event: NonNullable<RecipientFields['event']>,
    instant: number,
    style: MomentStyle,
  ): Moment {
    const { time_zone: timeZone, all_day: allDay } = event;
    return new Moment({ instant, timeZone, allDay, locale: this.#locale }, style);
  }
}

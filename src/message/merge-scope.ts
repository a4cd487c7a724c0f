import { Drop } from 'liquidjs';
import { cleanValue } from './clean-value.ts';
import { Moment, type MomentStyle } from './moment.ts';

/** What is known of one recipient, frozen when the broadcast was taken; stored as `recipient.fields`. */
export type RecipientFields = {
  participant: {
    name: string;
    first_name: string;
    last_name: string;
    phone: string;
    email: string;
  };
  /** null for somebody who was typed in. */
  event: {
    title: string;
    location: string;
    /** ISO 8601 instants. */
    starts_at: string;
    ends_at: string;
    all_day: boolean;
    /** IANA name of the zone that the times are meant in. */
    time_zone: string;
  } | null;
};

/** What is the same for all recipients of a broadcast. */
export type MergeConstants = { account: { name: string }; user: { name: string } };

/** What a template reads its fields from. Values are worked out only when a text asks for them. */
export type MergeScope = {
  participant: ParticipantScope;
  event: EventScope;
  account: NameScope;
  user: NameScope;
};

/** The scope of one recipient; times are said in `locale` and in the event's own zone. */
export function mergeScope(
  fields: RecipientFields,
  constants: MergeConstants,
  locale = 'en-US',
): MergeScope {
  return {
    participant: new ParticipantScope(fields.participant),
    event: new EventScope(fields.event, locale),
    account: new NameScope(constants.account.name),
    user: new NameScope(constants.user.name),
  };
}

class ParticipantScope extends Drop {
  readonly #fields: RecipientFields['participant'];
  constructor(fields: RecipientFields['participant']) {
    super();
    this.#fields = fields;
  }
  get name(): string {
    return cleanValue(this.#fields.name);
  }
  get first_name(): string {
    return cleanValue(this.#fields.first_name);
  }
  get last_name(): string {
    return cleanValue(this.#fields.last_name);
  }
  get phone(): string {
    return cleanValue(this.#fields.phone);
  }
  get email(): string {
    return cleanValue(this.#fields.email);
  }
}

/** Without an event every field of it is empty. */
class EventScope extends Drop {
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
  #starts(style: MomentStyle): Moment | string {
    const event = this.#event;
    if (!event?.starts_at) return '';
    const when = {
      instant: Date.parse(event.starts_at),
      timeZone: event.time_zone,
      allDay: event.all_day,
      locale: this.#locale,
    };
    return new Moment(when, style);
  }
}

class NameScope extends Drop {
  readonly #name: string;
  constructor(name: string) {
    super();
    this.#name = name;
  }
  get name(): string {
    return cleanValue(this.#name);
  }
}

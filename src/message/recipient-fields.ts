/**
 * What is known of one recipient, frozen when the broadcast was taken; stored as `recipient.fields`.
 * What may be missing was not kept by the release that froze it, or nobody has given it.
 */
export type RecipientFields = {
  participant: {
    name: string;
    first_name: string;
    last_name: string;
    phone: string | null;
    email: string | null;
    title?: string | null;
    /** BCP 47; without one it is the account's. */
    language?: string | null;
    /** IANA name. */
    time_zone?: string | null;
    /** Custom fields of the address book, by key. */
    fields?: Readonly<Record<string, string>> | null;
    /** Where the number that would be texted was known to take no texts. */
    takes_texts?: false;
  };
  /** null for somebody who was typed in. */
  event: {
    title: string;
    location: string;
    calendar?: string | null;
    /** ISO 8601 instants. */
    starts_at: string;
    ends_at: string;
    all_day: boolean;
    /** IANA name of the zone that the times are meant in. */
    time_zone: string;
    /** Custom fields of the calendar, by key. */
    fields?: Readonly<Record<string, string>> | null;
  } | null;
};

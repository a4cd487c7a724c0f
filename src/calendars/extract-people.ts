import { readEmailAddress } from '../platform/email-address.ts';
import { readPhoneNumber } from '../platform/phone-number.ts';
import type { Attendee, CalendarEvent } from './calendar.ts';
import { gatherPeople } from './people/gather-people.ts';
import { mergePeople } from './people/merge-people.ts';
import type { Person } from './people/person.ts';
import { personKey } from './person-key.ts';
import { splitName } from './split-name.ts';

/** A person on an appointment, not stored yet. */
export type PersonDraft = {
  name: string;
  firstName: string;
  lastName: string;
  /** E.164, validated. */
  phone: string | null;
  /** Validated. */
  email: string | null;
  /** What looked like a number or an address but is none, as written. */
  invalidAddress: string | null;
  personKey: string;
};

/** More people than this on one appointment are left out; the calendar's reader reports it. */
const MOST_PEOPLE = 500;

/**
 * The people of an event: whom it invites and whom its title, description and place name together
 * with a number or a mailbox. National numbers are read as dialled in `country`. Each person comes
 * once; somebody without a name has an empty one.
 */
export function extractPeople(event: CalendarEvent, country: string): PersonDraft[] {
  const invited = event.attendees.map((attendee) => invitedPerson(attendee, country));
  const people = mergePeople(gatherPeople(event, invited, country));
  return people.slice(0, MOST_PEOPLE).map(draftOf);
}

function invitedPerson({ name, email, phone }: Attendee, country: string): Person {
  const mailbox = email === '' ? null : readEmailAddress(email);
  const number = phone === '' ? null : readPhoneNumber(phone, country);
  const wrong =
    (mailbox && 'problem' in mailbox ? email : null) ??
    (number && 'problem' in number ? phone : null);
  return {
    name: name.slice(0, 200),
    phone: number && 'e164' in number ? number.e164 : null,
    email: mailbox && 'address' in mailbox ? mailbox.address : null,
    invalid: wrong === null ? null : wrong.slice(0, 100),
    sure: true,
  };
}

function draftOf({ name, phone, email, invalid }: Person): PersonDraft {
  const identity = { name, phone, email, invalidAddress: invalid };
  return { ...identity, ...splitName(name), personKey: personKey(identity) };
}

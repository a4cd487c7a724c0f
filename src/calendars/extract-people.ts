import { readEmailAddress } from '../platform/email-address.ts';
import { readPhoneNumber } from '../platform/phone-number.ts';
import type { Attendee, CalendarEvent } from './calendar.ts';
import { gatherPeople } from './people/gather-people.ts';
import { isSamePerson, mergePeople } from './people/merge-people.ts';
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
  /** What they answered the invitation; not there where they did not, so that the hash of an event stays. */
  answer?: 'confirmed' | 'cancelled';
  /** They declined, and the event speaks of them nowhere else. */
  hasDeclined?: true;
};

/** More people than this on one appointment are left out; the calendar's reader reports it. */
const MOST_PEOPLE = 500;

/**
 * The people of an event: whom it invites and whom its title, description and place name together
 * with a number or a mailbox. National numbers are read as dialled in `country`. Each person comes
 * once; somebody without a name has an empty one. Who declined does not change who else is on it, and comes last.
 */
export function extractPeople(event: CalendarEvent, country: string): PersonDraft[] {
  const invited = event.attendees.map((attendee) => invitedPerson(attendee, country));
  const coming = invited.filter(({ answer }) => answer !== 'cancelled');
  const people = mergePeople(gatherPeople(event, coming, country)).slice(0, MOST_PEOPLE);
  const declined = mergePeople(invited.filter(({ answer }) => answer === 'cancelled'));
  const absent = declined.filter((person) => {
    const same = people.find((known) => isSamePerson(known, person));
    if (same) same.answer ??= person.answer;
    return !same;
  });
  return [
    ...people.map(draftOf),
    ...absent.map((person) => ({ ...draftOf(person), hasDeclined: true as const })),
  ];
}

function invitedPerson({ name, email, phone, answer }: Attendee, country: string): Person {
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
    answer,
  };
}

function draftOf({ name, phone, email, invalid, answer }: Person): PersonDraft {
  const identity = { name, phone, email, invalidAddress: invalid };
  const person = { ...identity, ...splitName(name), personKey: personKey(identity) };
  return answer === null ? person : { ...person, answer };
}

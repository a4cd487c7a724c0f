import { splitName } from '../calendars/split-name.ts';
import type { TypedPerson } from '../contract/audience.ts';
import { readEmailAddress } from '../platform/email-address.ts';
import { foldText } from '../platform/fold-text.ts';
import { type LineType, numberFacts } from '../platform/number-facts.ts';
import { readPhoneNumber } from '../platform/phone-number.ts';
import { zonesOfNumber } from './number-zones.ts';

/** Somebody typed in, read: valid addresses in their one form, and what was no address as written. */
export type NamedPerson = {
  name: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string | null;
  invalidPhone: string | null;
  invalidEmail: string | null;
  personKey: string;
  /** Of the phone, by its numbering plan. */
  phoneCountry: string | null;
  phoneIsPremium: boolean;
  phoneLine: LineType | null;
  /** IANA names of where they may be, the likeliest first. */
  timeZones: readonly string[];
};

/** Of the account: how national numbers are read, and where people are of whom nothing else is known. */
export type HomePlace = { country: string; timeZone: string };

/** Reads typed people from the account's place. An address that is none leaves its trace. */
export function readTypedPeople(people: readonly TypedPerson[], home: HomePlace): NamedPerson[] {
  return people.map((person) => readTypedPerson(person, home));
}

function readTypedPerson(person: TypedPerson, home: HomePlace): NamedPerson {
  const phone = person.phone ? readPhoneNumber(person.phone, home.country) : null;
  const email = person.email ? readEmailAddress(person.email) : null;
  const e164 = phone && 'e164' in phone ? phone.e164 : null;
  const mailbox = email && 'address' in email ? email.address : null;
  const facts = e164 === null ? null : numberFacts(e164);
  const wrongPhone = phone && 'problem' in phone ? person.phone : undefined;
  const wrongEmail = email && 'problem' in email ? person.email : undefined;
  return {
    name: person.name,
    ...splitName(person.name),
    phone: e164,
    email: mailbox,
    phoneCountry: facts?.country ?? null,
    phoneIsPremium: facts?.isPremium ?? false,
    phoneLine: facts?.line ?? null,
    invalidPhone: wrongPhone ?? null,
    invalidEmail: wrongEmail ?? null,
    timeZones: e164 === null ? [home.timeZone] : zonesOfNumber(e164, home.timeZone),
    personKey: `${foldText(person.name)}|${e164 ?? mailbox ?? wrongPhone ?? wrongEmail ?? ''}`,
  };
}

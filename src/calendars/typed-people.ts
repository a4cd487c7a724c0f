import type { FieldSentence, Sentence } from '../contract/said.ts';
import type { AppointmentChange } from '../contract/typed-appointment.ts';
import { readEmailAddress } from '../platform/email-address.ts';
import { readPhoneNumber } from '../platform/phone-number.ts';
import type { KnownDraft } from './match-participants.ts';
import { personKey } from './person-key.ts';
import { splitName } from './split-name.ts';

type Typed = NonNullable<AppointmentChange['people']>;

/**
 * Reads the people of an appointment as they were typed: unlike those that a calendar brings, whoever typed a
 * number or an address that is none is asked to mend it. National numbers are read as dialled in `country`.
 */
export function readTypedPeople(
  people: Typed,
  country: string,
): { people: KnownDraft[] } | { problems: FieldSentence[] } {
  const problems: FieldSentence[] = [];
  const drafts = people.map(({ id, name, phone = '', email = '' }, n) => {
    const refuse = (field: string, message: Sentence) => {
      problems.push({ path: `people.${n}.${field}`, message });
      return null;
    };
    const number = phone === '' ? null : readPhoneNumber(phone, country);
    const mailbox = email === '' ? null : readEmailAddress(email);
    if (name === '' && phone === '' && email === '') {
      refuse('name', /*i18n*/ 'Give a name, a number or an address.');
    }
    const identity = {
      name,
      phone: number && ('e164' in number ? number.e164 : refuse('phone', number.problem)),
      email: mailbox && ('address' in mailbox ? mailbox.address : refuse('email', mailbox.problem)),
      invalidAddress: null,
    };
    return {
      ...identity,
      ...splitName(name),
      personKey: personKey(identity),
      participantId: id ?? null,
    };
  });
  return problems.length > 0 ? { problems } : { people: drafts };
}

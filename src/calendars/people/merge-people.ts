import { foldText } from '../../platform/fold-text.ts';
import { isReachable, isSameName, type Person } from './person.ts';

/**
 * One person for each who was mentioned twice: as attendee and in a text, by name and by address, by
 * first name and in full. Those of whom nothing but an unsure name is known are nobody.
 */
export function mergePeople(found: readonly Person[]): Person[] {
  const people: Person[] = [];
  for (const person of nameTheOnlyOne(found)) {
    const same = people.find((known) => isSamePerson(known, person));
    if (same) absorb(same, person);
    else people.push({ ...person });
  }
  return people.filter((p) => isReachable(p) || p.invalid !== null || (p.sure && p.name !== ''));
}

/** A single invitation without a name and a single name without an address are one person. */
function nameTheOnlyOne(found: readonly Person[]): readonly Person[] {
  const nameless = found.filter((p) => p.name === '');
  const unreached = found.filter((p) => p.name !== '' && !isReachable(p));
  const [one] = nameless;
  const [name] = unreached;
  if (found.length !== 2 || !one || !name) return found;
  return [{ ...one, name: name.name, invalid: one.invalid ?? name.invalid }];
}

/** Whether two that were mentioned are one: by an address, by the name, or by a part of it where nothing speaks against it. */
export function isSamePerson(a: Person, b: Person): boolean {
  const shares =
    (a.phone !== null && a.phone === b.phone) ||
    (a.email !== null && foldText(a.email) === foldText(b.email ?? ''));
  if (a.name === '' || b.name === '') return shares;
  if (foldText(a.name) === foldText(b.name)) return true;
  return isSameName(a.name, b.name) && (shares || !isReachable(a) || !isReachable(b));
}

function absorb(known: Person, other: Person): void {
  if (other.name.length > known.name.length) known.name = other.name;
  known.phone ??= other.phone;
  known.email ??= other.email;
  known.invalid ??= other.invalid;
  known.sure ||= other.sure;
  known.answer ??= other.answer;
}

import type { FoundAddress } from './find-addresses.ts';
import { named, type Person, share } from './person.ts';

/** What the reading of an event's texts has come to. */
export type Gathering = {
  country: string;
  people: Person[];
  /** Whom a line concerns that has addresses but no name. */
  current: Person[];
};

/** Addresses without a name: a number and a mailbox are one person's, several numbers several people's. */
export function takeNameless(gathering: Gathering, addresses: readonly FoundAddress[]): void {
  const phones = addresses.filter((a) => a.kind === 'phone');
  const others = addresses.filter((a) => a.kind !== 'phone');
  const count = Math.max(phones.length, others.length);
  for (let i = 0; i < count; i++) {
    const person = named('', true);
    share(
      [person],
      [phones[i], others[i]].filter((a) => a !== undefined),
    );
    gathering.people.push(person);
    gathering.current = count === 1 ? [person] : [];
  }
}

/** The person of that name if there is one already, else a new one. */
export function meet({ people }: Gathering, person: Person): Person {
  const known = people.find(
    (p) => p.name !== '' && p.name.toLowerCase() === person.name.toLowerCase(),
  );
  if (known) {
    known.sure ||= person.sure;
    return known;
  }
  people.push(person);
  return person;
}

import { foldText } from '../../platform/fold-text.ts';
import type { FoundAddress } from './find-addresses.ts';

/** Somebody whom an event speaks of, while it is being read. */
export type Person = {
  name: string;
  phone: string | null;
  email: string | null;
  /** What looked like an address but is none, as written. */
  invalid: string | null;
  /** Named as a person by the calendar itself; else only an address makes them one. */
  sure: boolean;
  /** What they answered the invitation. */
  answer: 'confirmed' | 'cancelled' | null;
};

/** A person of whom only the name is known. */
export function named(name: string, sure: boolean): Person {
  return { name, phone: null, email: null, invalid: null, sure, answer: null };
}

export function isReachable({ phone, email }: Person): boolean {
  return phone !== null || email !== null;
}

/**
 * Gives people their addresses: as many numbers as people go one to one, a single one is shared, and
 * what somebody has already stays, because the first number is the one to use.
 */
export function share(people: readonly Person[], addresses: readonly FoundAddress[]): void {
  const of = (kind: FoundAddress['kind']) => addresses.filter((a) => a.kind === kind);
  const [phones, emails, invalid] = [of('phone'), of('email'), of('invalid')];
  const pick = (found: readonly FoundAddress[], i: number) =>
    (found.length === people.length ? found[i] : found[0])?.value ?? null;
  for (const [i, person] of people.entries()) {
    person.phone ??= pick(phones, i);
    person.email ??= pick(emails, i);
    person.invalid ??= pick(invalid, i);
  }
}

/** Whether two names are of one person: the same, or one is the other's first name. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [foldText(one), foldText(other)];
  return a === b || isFirstNameOf(a, b) || isFirstNameOf(b, a);
}

function isFirstNameOf(first: string, full: string): boolean {
  return first !== '' && !first.includes(' ') && full.startsWith(`${first} `);
}

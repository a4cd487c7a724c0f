import type { TypedPerson } from '../../../../src/contract/audience.ts';

/** Somebody typed into To. `id` is of this page only. */
export type Person = TypedPerson & { id: string };

/**
 * Reads what was typed or pasted: numbers and addresses in a column or a row, names with them
 * ("Ana Ruiz <ana@example.com>", "Ana Ruiz, +1 212 555 0123"), lines of a table. Numbers are taken
 * as written; the server knows how they are dialled in the account's country.
 */
export function parsePeople(typed: string): Person[] {
  return typed.split(/[\r\n]+/).flatMap((line) => peopleOfLine(line).map(asPerson));
}

/** A person of the page, under an id of its own. */
export function asPerson(person: TypedPerson): Person {
  return { ...person, id: crypto.randomUUID() };
}

/** How a chip names someone. */
export function personLabel({ name, phone, email }: TypedPerson): string {
  return name || phone || email || '';
}

/** What else is known of someone whom a chip names. */
export function personDetail({ name, phone, email }: TypedPerson): string {
  const known = [name, phone, email].filter(Boolean);
  return known.slice(1).join(' · ');
}

/** Somebody as they would be typed in again. */
export function asTyped({ name, phone, email }: TypedPerson): string {
  return [name, phone, email].filter(Boolean).join(', ');
}

function peopleOfLine(line: string): TypedPerson[] {
  const parts = line
    .split(/[,;\t]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(personOfPart);
  const phones = parts.filter((part) => part.phone !== undefined).length;
  const emails = parts.filter((part) => part.email !== undefined).length;
  const names = parts.filter((part) => part.name !== '').length;
  // "Ana Ruiz, +1 212 555 0123, ana@example.com" is one person; a row of numbers is many.
  if (phones <= 1 && emails <= 1 && names <= 1) return parts.length === 0 ? [] : [merged(parts)];
  // "Ruiz, Ana, +1 …": names before the first address belong together with it.
  if (phones <= 1 && emails <= 1) {
    const name = parts.map((part) => part.name).filter(Boolean);
    return phones + emails === 0 ? parts : [{ ...merged(parts), name: name.join(' ') }];
  }
  return parts;
}

function merged(parts: readonly TypedPerson[]): TypedPerson {
  const name = parts.find((part) => part.name !== '')?.name ?? '';
  return { ...Object.assign({}, ...parts), name };
}

function personOfPart(part: string): TypedPerson {
  const email = /[^\s<>"]+@[^\s<>"]+/.exec(part);
  if (email) return { name: nameOf(part.replace(email[0], '')), email: email[0] };
  // The last run of digits and what people write between them, five digits or more.
  const phone = /(?:\+|00)?[\d(][\d\s().\-/]{3,}[\dx]$/.exec(part);
  if (phone && phone[0].replace(/\D/g, '').length >= 5) {
    return { name: nameOf(part.slice(0, phone.index)), phone: phone[0].trim() };
  }
  // Digits with letters among them were meant as a number: the server says what is wrong with it.
  const wrong = /\S*\d{3}.*$/.exec(part);
  if (wrong) return { name: nameOf(part.slice(0, wrong.index)), phone: wrong[0] };
  return { name: nameOf(part) };
}

function nameOf(text: string): string {
  return text
    .replace(/[<>"]/g, '')
    .replace(/[:\s]+$/, '')
    .trim();
}

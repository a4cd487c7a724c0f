import { splitName } from '../../src/calendars/split-name.ts';
import { foldText } from '../../src/platform/fold-text.ts';

/** A contact of the model. */
export type KnownContact = { id: string; name: string; phones: string[]; emails: string[] };

/** Who a participant is, told as the rules are and not as the statement computes them; for tests. */
export function expectedMatch(
  person: { name: string; phone?: string; email?: string },
  contacts: readonly KnownContact[],
): { state: string; contactId: string | null; candidates: string[] } {
  const weighed = contacts
    .map((contact) => ({ id: contact.id, ...weigh(person, contact) }))
    .filter(({ weight }) => weight > 0);
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  const heaviest = weighed.filter(({ weight }) => weight === most);
  const hits = Math.max(...heaviest.map((one) => one.hits));
  const best = most > 1 ? heaviest.filter((one) => one.hits === hits) : heaviest;
  const [only] = best;
  if (!only) return { state: 'none', contactId: null, candidates: [] };
  if (most > 1 && best.length === 1) {
    return { state: 'matched', contactId: only.id, candidates: [] };
  }
  return { state: 'ambiguous', contactId: null, candidates: best.map(({ id }) => id).sort() };
}

function weigh(
  person: { name: string; phone?: string; email?: string },
  contact: KnownContact,
): { weight: number; hits: number } {
  const hits =
    Number(contact.phones.some((one) => one === person.phone)) +
    Number(contact.emails.some((one) => one === person.email));
  const mine = wordsOf(person.name);
  const theirs = wordsOf(contact.name);
  const isSame = mine.length > 0 && mine.join(' ') === theirs.join(' ');
  if (hits > 0) {
    if (isSame) return { weight: 5, hits };
    if (mine.length === 0 || theirs.length === 0) return { weight: 3, hits };
    const isPart =
      mine.every((word) => theirs.includes(word)) || theirs.every((word) => mine.includes(word));
    return { weight: isPart ? 4 : 1, hits };
  }
  if (!isSame) return { weight: 0, hits };
  const contradicts =
    (person.phone !== undefined && contact.phones.length > 0) ||
    (person.email !== undefined && contact.emails.length > 0);
  return { weight: mine.length > 1 && !contradicts ? 2 : 1, hits };
}

function wordsOf(name: string): string[] {
  const { firstName, lastName } = splitName(name);
  return [...new Set(foldText(`${firstName} ${lastName}`).split(' '))].filter(Boolean).sort();
}

import type { ListedMessage, ListOutcome, QueryOutcome } from '../providers/provider.ts';

/** Milliseconds by which a provider's clock may differ from ours. */
const SKEW = 60_000;

/** What is looked for in a listing: the text of an attempt, and when it may have been on the wire. */
export type Sought = { text: string; openedAt: Date; windowUntil: Date };

/** The span of time of which a provider is asked to list its messages. */
export function spanOf({ openedAt, windowUntil }: Omit<Sought, 'text'>): { from: Date; to: Date } {
  return {
    from: new Date(openedAt.getTime() - SKEW),
    to: new Date(windowUntil.getTime() + SKEW),
  };
}

/**
 * What a listing says of an attempt. A message of the same text in its time that belongs to no other
 * attempt is it; two that are alike need not be told apart. Where there is none, but one that nobody
 * here has sent with another text or from another time, it may be ours all the same: the carrier may
 * have rewritten it, or its clock be wrong. That proves neither.
 */
export function matchListing(
  sought: Sought,
  listed: ListOutcome,
  isHeld: (ref: string) => boolean,
): QueryOutcome {
  if (listed.outcome === 'unknown') return listed;
  const free = listed.messages.filter(({ ref }) => !isHeld(ref));
  const near = inTime(sought, free);
  const match = near.find(({ text }) => text === null || alike(text, sought.text));
  if (match) {
    return {
      outcome: 'accepted',
      providerRef: match.ref,
      answer: /*i18n*/ 'The provider lists it.',
    };
  }
  if (near.length > 0) {
    return {
      outcome: 'unknown',
      answer: /*i18n*/ 'The provider lists another text to them from then.',
    };
  }
  if (free.some(({ text }) => text !== null && alike(text, sought.text))) {
    return { outcome: 'unknown', answer: /*i18n*/ 'The provider lists it, but from another time.' };
  }
  return listed.complete
    ? { outcome: 'absent', answer: /*i18n*/ 'The provider does not list it.' }
    : { outcome: 'unknown', answer: /*i18n*/ 'The provider’s list was not complete.' };
}

function inTime(sought: Sought, messages: readonly ListedMessage[]): ListedMessage[] {
  const { from, to } = spanOf(sought);
  return messages
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.ref < b.ref ? -1 : 1));
}

function alike(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Carriers compose letters with their accents, narrow wide ones, and trim or fold white space. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

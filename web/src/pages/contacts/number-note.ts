import type { KnownNumber } from '../../../../src/contract/known-number.ts';
import { money } from '../../format/money.ts';
import { shortMoment } from '../../format/time.ts';

/** Whether a number takes texts, as far as anybody knows, and how that is known. */
export function numberNote(known: KnownNumber): string {
  const { takesTexts, lookup } = known;
  const asked = lookup?.state === 'failed' ? ', could not be looked up' : '';
  if (takesTexts !== null) {
    return `${takesTexts ? 'Takes texts' : 'Takes no texts'}: ${sourceOf(known)}`;
  }
  if (known.source === 'lookup') return `May take texts: ${sourceOf(known)}`;
  const what = known.planLine === 'unknown' ? 'May be a landline or a mobile' : 'May take texts';
  return `${what}${asked}`;
}

function sourceOf({ source, learnedAt, lookup }: KnownNumber): string {
  const when = learnedAt ? ` ${shortMoment(learnedAt)}` : '';
  switch (source) {
    case 'lookup': {
      const paid = lookup ? ` by ${lookup.provider}, for about ${money(lookup.price)}` : '';
      return `looked up${when}${paid}`;
    }
    case 'failure':
      return `a text failed${when}`;
    case 'success':
      return `a text arrived${when}`;
    case null:
      return 'by its numbering plan';
  }
}

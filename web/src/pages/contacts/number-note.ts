import { t } from '@lingui/core/macro';
import type { KnownNumber } from '../../../../src/contract/known-number.ts';
import { money } from '../../format/money.ts';
import { shortMoment } from '../../format/time.ts';

/** Whether a number takes texts, as far as anybody knows, and how that is known. */
export function numberNote(known: KnownNumber): string {
  const { takesTexts, source, planLine, lookup } = known;
  const how = sourceOf(known);
  if (takesTexts !== null) return takesTexts ? t`Takes texts: ${how}` : t`Takes no texts: ${how}`;
  if (source === 'lookup') return t`May take texts: ${how}`;
  if (lookup?.state === 'failed') {
    return planLine === 'unknown'
      ? t`May be a landline or a mobile, could not be looked up`
      : t`May take texts, could not be looked up`;
  }
  return planLine === 'unknown' ? t`May be a landline or a mobile` : t`May take texts`;
}

/** What was learned always has its moment; the numbering plan has none. */
function sourceOf({ source, learnedAt, lookup }: KnownNumber): string {
  if (source === null || learnedAt === null) return t`by its numbering plan`;
  const when = shortMoment(learnedAt);
  switch (source) {
    case 'lookup': {
      if (!lookup) return t`looked up ${when}`;
      const { provider } = lookup;
      const price = money(lookup.price);
      return t`looked up ${when} by ${provider}, for about ${price}`;
    }
    case 'failure':
      return t`a text failed ${when}`;
    case 'success':
      return t`a text arrived ${when}`;
  }
}

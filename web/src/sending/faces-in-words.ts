import { t } from '@lingui/core/macro';
import type { Faces } from '../../../src/contract/faces.ts';
import { count, listed } from '../format/count.ts';
import { outcomeOrder, outcomeWords } from '../wording/outcomes.ts';

/** Everybody of the strip by outcome: “Delivered: Ana Ruiz and Tom. Not delivered: Lía. And 12 more.” */
export function facesInWords(items: Faces['items'], more: number): string {
  const parts = outcomeOrder.flatMap((outcome) => {
    const those = items.filter((face) => face.outcome === outcome);
    if (those.length === 0) return [];
    const { word } = outcomeWords(outcome);
    const names = listed(those.map(({ name }) => name || t`somebody`));
    return t`${word}: ${names}.`;
  });
  const rest = count(more);
  return [...parts, ...(more > 0 ? [t`And ${rest} more.`] : [])].join(' ');
}

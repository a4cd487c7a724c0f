import type { Faces } from '../../../src/contract/faces.ts';
import { count, listed } from '../format/count.ts';
import { outcomeOrder, outcomeWords } from '../wording/outcomes.ts';

/** Everybody of the strip by outcome: “Delivered: Ana Ruiz and Tom. Not delivered: Lía. And 12 more.” */
export function facesInWords(items: Faces['items'], more: number): string {
  const parts = outcomeOrder.flatMap((outcome) => {
    const names = items.filter((face) => face.outcome === outcome).map(({ name }) => name);
    if (names.length === 0) return [];
    return `${outcomeWords(outcome).word}: ${listed(names.map((name) => name || 'somebody'))}.`;
  });
  return [...parts, ...(more > 0 ? [`And ${count(more)} more.`] : [])].join(' ');
}

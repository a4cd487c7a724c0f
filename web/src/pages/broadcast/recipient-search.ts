import type { Outcome } from '../../../../src/contract/outcome.ts';
import { outcomeOrder } from '../../wording/outcomes.ts';

/** Which recipients of a message are listed, as it stands in the address. */
export function recipientSearch(search: Record<string, unknown>): {
  outcome?: Outcome | undefined;
  text?: string | undefined;
  replied?: 'yes' | undefined;
} {
  const outcome = outcomeOrder.find((name) => name === search.outcome);
  const text = search.text === undefined ? undefined : String(search.text).slice(0, 200);
  return {
    ...(outcome && { outcome }),
    ...(text && { text }),
    ...(search.replied === 'yes' && { replied: 'yes' }),
  };
}

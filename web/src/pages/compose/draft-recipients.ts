import type { FormerRecipients } from '../../../../src/contract/audience.ts';
import { count } from '../../format/count.ts';

/** Recipients of an earlier message that this one is for, with its title and how many they were when they were chosen. */
export type DraftRecipients = FormerRecipients & { title: string; people: number };

/** They as the server takes them. */
export function formerRecipientsOf({ broadcastId, outcomes }: DraftRecipients): FormerRecipients {
  return { broadcastId, outcomes };
}

/** Which they are, with their number: "12 not reached by “Clinic closed”". */
export function recipientsInWords({ outcomes, title, people }: DraftRecipients): string {
  const number = count(people);
  if (!outcomes.includes('reached')) return `${number} not reached by “${title}”`;
  return outcomes.includes('not_sure')
    ? `${number} who got “${title}” or may have`
    : `${number} who got “${title}”`;
}

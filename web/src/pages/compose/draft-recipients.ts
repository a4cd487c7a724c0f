import { plural, t } from '@lingui/core/macro';
import type { FormerRecipients } from '../../../../src/contract/audience.ts';

/** Recipients of an earlier message that this one is for, with its title and how many they were when they were chosen. */
export type DraftRecipients = FormerRecipients & { title: string; people: number };

/** They as the server takes them. */
export function formerRecipientsOf({ broadcastId, outcomes }: DraftRecipients): FormerRecipients {
  return { broadcastId, outcomes };
}

/** Which they are, with their number: "12 not reached by “Clinic closed”". */
export function recipientsInWords({ outcomes, title, people }: DraftRecipients): string {
  if (!outcomes.includes('reached')) {
    return t`${plural(people, { one: `# not reached by “${title}”`, other: `# not reached by “${title}”` })}`;
  }
  return outcomes.includes('not_sure')
    ? t`${plural(people, { one: `# who got “${title}” or may have`, other: `# who got “${title}” or may have` })}`
    : t`${plural(people, { one: `# who got “${title}”`, other: `# who got “${title}”` })}`;
}

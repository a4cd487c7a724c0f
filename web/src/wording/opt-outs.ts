import type { OptOutProposal } from '../../../src/contract/opt-out-proposal.ts';
import type { SuppressionRow } from '../../../src/contract/suppression.ts';

/** What an answer is shown for, and what the two decisions are called. */
export const proposalWords: Readonly<
  Record<OptOutProposal['reason'], { what: string; yes: string; no: string | null }>
> = {
  opt_out: {
    what: 'They seem to want no more messages.',
    yes: 'Stop messages',
    no: 'It is no opt-out',
  },
  wrong_person: {
    what: 'The number seems to be somebody else’s.',
    yes: 'Stop messages',
    no: 'It is the right one',
  },
  maybe_appointment: {
    what: 'Taken as an opt-out, as carriers do. They may have meant their appointment: ask them.',
    yes: 'Seen',
    no: null,
  },
};

/** Why somebody is on the list. */
export const suppressionWords: Readonly<Record<SuppressionRow['reason'], string>> = {
  stop: 'They sent STOP or said so',
  unsubscribed: 'They unsubscribed',
  manual: 'Put here by a person',
  complaint: 'They reported spam',
  hard_bounce: 'The mailbox does not exist',
  invalid: 'The number does not exist',
  erased: 'Their data were erased',
};

/** Whether only their own word takes them off. */
export function needsTheirWord(reason: SuppressionRow['reason']): boolean {
  return ['stop', 'unsubscribed', 'complaint', 'erased'].includes(reason);
}

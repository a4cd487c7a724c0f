import { t } from '@lingui/core/macro';
import type { OptOutProposal } from '../../../src/contract/opt-out-proposal.ts';
import type { SuppressionRow } from '../../../src/contract/suppression.ts';

/** What an answer is shown for, and what the two decisions are called. */
export function proposalWords(reason: OptOutProposal['reason']): {
  what: string;
  yes: string;
  no: string | null;
} {
  switch (reason) {
    case 'opt_out':
      return {
        what: t`They seem to want no more messages.`,
        yes: t`Stop messages`,
        no: t`It is not an opt-out`,
      };
    case 'wrong_person':
      return {
        what: t`The number seems to be somebody else’s.`,
        yes: t`Stop messages`,
        no: t({
          message: 'It is the right one',
          comment: 'The number is that of the right person',
        }),
      };
    case 'maybe_appointment':
      return {
        what: t`Taken as an opt-out, as carriers do. They may have meant their appointment: ask them.`,
        yes: t({ message: 'Seen', comment: 'Button: I have read this' }),
        no: null,
      };
  }
}

/** Why somebody is on the list. */
export function suppressionWords(reason: SuppressionRow['reason']): string {
  switch (reason) {
    case 'stop':
      return t`They sent STOP or said so`;
    case 'unsubscribed':
      return t`They unsubscribed`;
    case 'manual':
      return t`Put here by a person`;
    case 'complaint':
      return t`They reported spam`;
    case 'hard_bounce':
      return t`The mailbox does not exist`;
    case 'invalid':
      return t`The number does not exist`;
    case 'erased':
      return t`Their data were erased`;
  }
}

/** The reasons that only their own word takes them off for. */
export const theirOwn = ['stop', 'unsubscribed', 'complaint', 'erased'] as const;

/** Whether only their own word takes them off. */
export function needsTheirWord(reason: SuppressionRow['reason']): boolean {
  return theirOwn.some((one) => one === reason);
}

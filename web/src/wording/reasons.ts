import { t } from '@lingui/core/macro';
import {
  exclusionDetailInWords,
  exclusionReasonWords,
} from '../../../src/contract/exclusion-reason-words.ts';
import { failureReasonWords } from '../../../src/contract/failure-reason-words.ts';
import type { FailureReason } from '../../../src/contract/outcome.ts';
import type { ExclusionReason } from '../../../src/contract/plan.ts';
import { locale } from '../format/locale.ts';
import { serverSays } from '../language/server-says.ts';

/** Why someone gets nothing on a channel, and the remedy. */
export function exclusionInWords(reason: ExclusionReason): { short: string; remedy: string } {
  const { short, remedy } = exclusionReasonWords[reason];
  return { short: serverSays(short), remedy: serverSays(remedy) };
}

/** What the plan adds to a reason: whose message stands for them, which field, what was written. */
export function exclusionDetail(reason: ExclusionReason, detail: string): string {
  if (reason === 'duplicate' && detail !== '') return t`hears with ${detail}`;
  return exclusionDetailInWords(reason, detail, locale);
}

/** Why a message did not arrive. */
export function failureInShort(reason: FailureReason): string {
  return serverSays(failureReasonWords[reason].why);
}

/** Why a message did not arrive, and what the desk can do about it. */
export function failureAtLength(reason: FailureReason): string {
  const why = failureInShort(reason);
  const todo = serverSays(failureReasonWords[reason].todo);
  return t`${why}. ${todo}`;
}

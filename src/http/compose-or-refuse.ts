import type { Account } from '../account/account.ts';
import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { PlanRequest } from '../contract/plan.ts';
import type { FieldBook } from '../message/field-book.ts';
import { type Composed, compose } from '../schedule/selection.ts';
import { refuseContent } from './refuse-content.ts';

/** Compiles the texts of a request, or throws the problem that names what is wrong with each. */
export function composeOrRefuse(
  account: Account,
  request: PlanRequest,
  policy: VersionedPolicy,
  now: Date,
  book: FieldBook,
): Composed {
  const composed = compose(account, request, policy, now, book);
  if (!('problems' in composed)) return composed;
  refuseContent(composed.problems);
}

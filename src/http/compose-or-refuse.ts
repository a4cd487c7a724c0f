import type { Account } from '../account/account.ts';
import type { VersionedPolicy } from '../account/sending-policy.ts';
import type { PlanRequest } from '../contract/plan.ts';
import { withLines } from '../message/compile-content.ts';
import type { FieldBook } from '../message/field-book.ts';
import { nameRecipients } from '../schedule/name-recipients.ts';
import { type Composed, compose } from '../schedule/selection.ts';
import type { HttpContext } from './context.ts';
import { filesOrRefuse } from './files-or-refuse.ts';
import { HttpProblem } from './problems.ts';
import { refuseContent } from './refuse-content.ts';
import { refuseDeadLink } from './refuse-dead-link.ts';

/**
 * Compiles the texts of a request and finds its files, or throws the problem that names what is wrong
 * with each.
 */
export async function composeOrRefuse(
  context: HttpContext,
  account: Account,
  request: PlanRequest,
  policy: VersionedPolicy,
  now: Date,
  book: FieldBook,
): Promise<Composed> {
  const named = await nameRecipients(context.database.engine, account, request.audience);
  if (!named) refuseRecipients();
  const composed = compose(account, { ...request, ...named }, policy, now, book);
  if ('problems' in composed) refuseContent(composed.problems);
  const { publicUrl } = context.files.links;
  await refuseDeadLink(context.database.engine, account.id, request.content, publicUrl);
  const { files, lines } = await filesOrRefuse(context, account.id, request.content);
  return { ...composed, compiled: withLines(composed.compiled, lines), files };
}

function refuseRecipients(): never {
  const message = /*i18n*/ 'There is no such message: take the id of one in the outbox.';
  const errors = [{ path: 'audience.recipients.broadcastId', message }];
  throw new HttpProblem('invalid_input', message, errors);
}

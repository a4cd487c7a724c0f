import type { Account } from '../account/account.ts';
import type { VersionedPolicy } from '../account/sending-policy.ts';
import { mostTyped } from '../contract/contact-group.ts';
import type { PlanRequest } from '../contract/plan.ts';
import { withLines } from '../message/compile-content.ts';
import type { FieldBook } from '../message/field-book.ts';
import { type NamedAudience, nameAudience } from '../schedule/name-audience.ts';
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
  const named = await nameAudience(context.database.engine, account, request.audience);
  if (!named.isKnown) refuseRecipients();
  refuseGroups(named);
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

function refuseGroups({ isWhole, audience }: NamedAudience): void {
  if (isWhole && (!audience.groups || audience.people.length <= mostTyped)) return;
  if (!isWhole) refuseGoneGroup();
  const message =
    /*i18n*/ 'The groups and the people typed in are more than 10,000: make contacts of them.';
  throw new HttpProblem('invalid_input', message, [{ path: 'audience.groups', message }]);
}

/** Says that a group of the audience was deleted, before the request or while it was looked at. */
export function refuseGoneGroup(): never {
  const message = /*i18n*/ 'There is no such group any more: take it out, or choose another one.';
  throw new HttpProblem('invalid_input', message, [{ path: 'audience.groups', message }]);
}

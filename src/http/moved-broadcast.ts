import type { Broadcast } from '../contract/broadcast.ts';
import { asAccount } from '../platform/database.ts';
import { give } from '../platform/signals.ts';
import { readBroadcast } from '../status/read-broadcasts.ts';
import type { HttpContext } from './context.ts';
import { HttpProblem } from './problems.ts';

/** A broadcast by its id, or the problem that there is none. */
export async function foundBroadcast(
  context: HttpContext,
  accountId: string,
  id: string,
): Promise<Broadcast> {
  const one = await asAccount(context.database, accountId, (client) =>
    readBroadcast(client, accountId, id),
  );
  if (!one) throw new HttpProblem('not_found', /*i18n*/ 'There is no such message.');
  return one;
}

/** A broadcast that a call has just moved: workers and pages are told of it. */
export async function movedBroadcast(
  context: HttpContext,
  accountId: string,
  id: string,
): Promise<Broadcast> {
  await give(context.database.engine, { topic: 'work' });
  await give(context.database.engine, { topic: 'broadcast', accountId, id });
  return foundBroadcast(context, accountId, id);
}

/** What is scheduled can be changed until it begins. */
export function tooLateToChange(): never {
  throw new HttpProblem(
    'too_late',
    /*i18n*/ 'It is not waiting for its time any more, so it cannot be changed. Nothing was changed.',
  );
}

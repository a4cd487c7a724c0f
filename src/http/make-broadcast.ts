import { readAccount } from '../account/account.ts';
import type { Principal } from '../account/principal.ts';
import { readSendingPolicy } from '../account/sending-policy.ts';
import type { BroadcastRequest } from '../contract/broadcast.ts';
import type { SendingPolicy } from '../contract/sending-policy.ts';
import { durabilityProblem } from '../delivery/durability.ts';
import { readFieldBook } from '../message/field-book.ts';
import { asEngineFor } from '../platform/database.ts';
import { createBroadcast, knownBroadcast } from '../schedule/create-broadcast.ts';
import { largeSend } from '../schedule/large-send.ts';
import { reachesAnybody } from '../schedule/reaches-anybody.ts';
import type { Composed } from '../schedule/selection.ts';
import { composeOrRefuse, refuseGoneGroup } from './compose-or-refuse.ts';
import type { HttpContext } from './context.ts';
import { foundBroadcast, tooLateToChange } from './moved-broadcast.ts';
import { HttpProblem } from './problems.ts';
import { sendTimesOrRefuse } from './send-times-or-refuse.ts';

/** A broadcast that a request made now, or before. `looksUp`: its numbers are to be looked up first. */
export type MadeBroadcast = { id: string; isNew: boolean; looksUp: boolean };

/**
 * Makes the broadcast that is asked for, or throws the problem that says why not. The repetition of a
 * request that made one finds it, whatever has become of its time, its texts and its people since.
 */
export async function makeBroadcast(
  context: HttpContext,
  { accountId, user }: Principal,
  body: BroadcastRequest,
  idempotencyKey: string,
): Promise<MadeBroadcast> {
  const { database, clock } = context;
  const known = await knownBroadcast(database.engine, accountId, idempotencyKey, body);
  if (known?.outcome === 'conflict') throw new HttpProblem('key_reused');
  if (known) return { id: known.id, isNew: false, looksUp: false };
  const unsafe = await durabilityProblem(database.engine);
  if (unsafe) throw new HttpProblem('database_unsafe', unsafe);
  const account = await readAccount(database.engine, accountId);
  const policy = await readSendingPolicy(database.engine, accountId);
  const book = await readFieldBook(database.engine, accountId, user);
  if (body.replaces !== undefined) await foundBroadcast(context, accountId, body.replaces);
  const composed = await composeOrRefuse(context, account, body, policy, clock.now(), book);
  const sendTimes = await sendTimesOrRefuse(context, account, body, composed);
  const isHeard = await asEngineFor(database, accountId, (client) =>
    reachesAnybody(client, accountId, composed, idempotencyKey),
  );
  // Who matches later cannot be known now.
  if (!isHeard && !composed.isResolvedLate) throw new HttpProblem('nobody_to_reach');
  const confirmedCount = await wantCount(
    context,
    accountId,
    composed,
    body,
    idempotencyKey,
    policy,
  );
  const created = await createBroadcast(database, clock, account, {
    request: body,
    composed,
    sendTimes,
    idempotencyKey,
    confirmedCount,
    createdBy: user.name,
    writerEmail: user.email,
    links: context.files.links,
  });
  if (created.outcome === 'conflict') throw new HttpProblem('key_reused');
  if (created.outcome === 'too_late') tooLateToChange();
  if (created.outcome === 'group_gone') refuseGoneGroup();
  const isNew = created.outcome === 'created';
  return { id: created.id, isNew, looksUp: isNew && composed.looksUp };
}

/** A send to very many wants their number, so that nobody tells everyone by mistake; null: to few. */
async function wantCount(
  { database }: HttpContext,
  accountId: string,
  composed: Composed,
  { confirmCount }: BroadcastRequest,
  idempotencyKey: string,
  { largeSend: largest }: SendingPolicy,
): Promise<number | null> {
  if (largest === null) return null;
  const people = await asEngineFor(database, accountId, (client) =>
    largeSend(client, accountId, composed, idempotencyKey, largest),
  );
  if (people === null || people === confirmCount) return people;
  const message = {
    text: /*i18n*/ 'This reaches {people, plural, one {# person} other {# people}}: give their number to send it.',
    values: { people },
  };
  const errors = [{ path: 'confirmCount', message }];
  throw new HttpProblem('count_not_confirmed', message, errors, people);
}

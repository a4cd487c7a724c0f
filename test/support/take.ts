import { randomUUID } from 'node:crypto';
import type { Account } from '../../src/account/account.ts';
import { readSendingPolicy } from '../../src/account/sending-policy.ts';
import type { BroadcastRequest } from '../../src/contract/broadcast.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database.ts';
import { createBroadcast } from '../../src/schedule/create-broadcast.ts';
import { compose } from '../../src/schedule/selection.ts';
import { takeBroadcast } from '../../src/schedule/take-broadcast.ts';

type Request = Partial<BroadcastRequest> & Pick<BroadcastRequest, 'audience' | 'content'>;

/**
 * Makes and takes a broadcast to everybody on the given appointments, its count typed unless that is
 * null; returns its id.
 */
export async function take(
  database: Database,
  clock: Clock,
  account: Account,
  request: Request,
  sendAt: Date | null = null,
  confirmedCount: number | null = 1_000_000,
): Promise<string> {
  const id = await makeBroadcast(database, clock, account, request, sendAt, confirmedCount);
  await takeBroadcast(database, clock, account.id, id);
  return id;
}

/** Makes a broadcast whose recipients are not written yet; returns its id. */
export async function makeBroadcast(
  database: Database,
  clock: Clock,
  account: Account,
  request: Request,
  sendAt: Date | null = null,
  confirmedCount: number | null = 1_000_000,
): Promise<string> {
  const whole = { undoSeconds: 0, ...request };
  const composed = compose(
    account,
    whole,
    await readSendingPolicy(database.engine, account.id),
    clock.now(),
  );
  if ('problems' in composed) throw new Error(JSON.stringify(composed.problems));
  const created = await createBroadcast(database, clock, account, {
    request: whole,
    composed,
    sendTimes: sendAt && { earliest: sendAt, latest: sendAt },
    idempotencyKey: randomUUID(),
    confirmedCount,
    createdBy: 'Sam Keller',
  });
  if (!('id' in created)) throw new Error(`not taken: ${created.outcome}`);
  return created.id;
}

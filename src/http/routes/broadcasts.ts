import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import {
  broadcast,
  broadcastList,
  broadcastListQuery,
  broadcastRequest,
} from '../../contract/broadcast.ts';
import { lookUpFor } from '../../delivery/lookup/look-up-for.ts';
import { asAccount } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import { give } from '../../platform/signals.ts';
import { overrideQuietHours } from '../../schedule/quiet-override.ts';
import { cancelBroadcast, setPaused } from '../../schedule/take-back.ts';
import { takeBroadcast } from '../../schedule/take-broadcast.ts';
import { listBroadcasts } from '../../status/read-broadcasts.ts';
import type { HttpContext, Server } from '../context.ts';
import { idempotency } from '../idempotency.ts';
import { makeBroadcast } from '../make-broadcast.ts';
import { foundBroadcast, movedBroadcast } from '../moved-broadcast.ts';
import { HttpProblem } from '../problems.ts';

/** A large audience is taken in the background after so many milliseconds. */
const PATIENCE = 5_000;
const byId = z.object({ id: z.uuid() });

/** Broadcasts: made, listed, paused, taken back. */
export function broadcastRoutes(server: Server, context: HttpContext): void {
  const { database, clock } = context;

  server.post(
    '/broadcasts',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Send a message now, or schedule it',
        headers: idempotency,
        body: broadcastRequest,
        response: { 200: broadcast, 201: broadcast },
      },
    },
    async (request, reply) => {
      const { principal, body } = request;
      const key = request.headers['idempotency-key'];
      const created = await makeBroadcast(context, principal, body, key);
      const { accountId } = principal;
      await takeInTime(context, accountId, created, request.log);
      if (body.replaces !== undefined) await movedBroadcast(context, accountId, body.replaces);
      const made = await foundBroadcast(context, accountId, created.id);
      return reply.status(created.isNew ? 201 : 200).send(made);
    },
  );

  server.get(
    '/broadcasts',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The outbox, newest first',
        querystring: broadcastListQuery,
        response: { 200: broadcastList },
      },
    },
    ({ principal: { accountId }, query }) =>
      asAccount(database, accountId, (client) => listBroadcasts(client, accountId, query)),
  );

  server.get(
    '/broadcasts/:id',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'One message with its counts',
        params: byId,
        response: { 200: broadcast },
      },
    },
    ({ principal, params }) => foundBroadcast(context, principal.accountId, params.id),
  );

  server.post(
    '/broadcasts/:id/cancellation',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Take back what has not gone out',
        params: byId,
        response: { 200: broadcast },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      await foundBroadcast(context, accountId, id);
      if (!(await cancelBroadcast(database, clock, accountId, id))) {
        throw new HttpProblem(
          'too_late',
          /*i18n*/ 'Everything has gone out or was taken back already.',
        );
      }
      return movedBroadcast(context, accountId, id);
    },
  );

  server.post(
    '/broadcasts/:id/quiet-hours-override',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Let it go out in quiet hours, by the name of who asks',
        params: byId,
        response: { 200: broadcast },
      },
    },
    async ({ principal: { accountId, user }, params: { id } }) => {
      await foundBroadcast(context, accountId, id);
      if (!(await overrideQuietHours(database, clock, accountId, id, user.name))) {
        throw new HttpProblem(
          'too_late',
          /*i18n*/ 'Everything has gone out or was taken back already.',
        );
      }
      return movedBroadcast(context, accountId, id);
    },
  );

  for (const [method, paused] of [
    ['POST', true],
    ['DELETE', false],
  ] as const) {
    server.route({
      method,
      url: '/broadcasts/:id/pause',
      config: { allow: 'send' },
      schema: {
        summary: paused
          ? 'Pause: nothing more goes out'
          : 'Resume; what an alarm paused goes on in your name',
        params: byId,
        response: { 200: broadcast },
      },
      handler: async ({ principal: { accountId, user }, params: { id } }) => {
        await foundBroadcast(context, accountId, id);
        if (!(await setPaused(database, clock, accountId, id, paused, user.name))) {
          throw new HttpProblem(
            'too_late',
            /*i18n*/ 'Everything has gone out or was taken back already.',
          );
        }
        return movedBroadcast(context, accountId, id);
      },
    });
  }
}

/**
 * Looks up numbers where that comes first, takes the audience and wakes the workers; what takes its time
 * goes on in the background.
 */
async function takeInTime(
  { database, clock, openProvider: open }: HttpContext,
  accountId: string,
  { id, looksUp }: { id: string; looksUp: boolean },
  log: Log,
): Promise<void> {
  const take = async () => {
    if (looksUp) await lookUpFor({ database, clock, open }, log, accountId, id);
    await takeBroadcast(database, clock, accountId, id);
    await give(database.engine, { topic: 'work' });
  };
  const taking = take();
  let isWaiting = true;
  const inBackground = taking.catch((error: unknown) => {
    // The scheduler goes on with it; the client learns of it while it still waits.
    if (isWaiting) throw error;
    log.error({ err: error }, 'http: taking a broadcast was cut off');
  });
  const patience = new AbortController();
  await Promise.race([
    inBackground,
    sleep(PATIENCE, null, { signal: patience.signal, ref: false }),
  ]);
  isWaiting = false;
  patience.abort();
}

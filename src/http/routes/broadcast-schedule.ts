import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { broadcast, sendTime } from '../../contract/broadcast.ts';
import { writtenAgain } from '../../contract/written-again.ts';
import { asEngineFor } from '../../platform/database.ts';
import { moveBroadcast } from '../../schedule/move-broadcast.ts';
import { readRequest } from '../../schedule/read-request.ts';
import type { HttpContext, Server } from '../context.ts';
import { foundBroadcast, movedBroadcast, tooLateToChange } from '../moved-broadcast.ts';
import { HttpProblem } from '../problems.ts';

const byId = z.object({ id: z.uuid() });

/** What is scheduled, changed before it begins: its time, and what it was made of, to write it anew. */
export function broadcastScheduleRoutes(server: Server, context: HttpContext): void {
  const { database, clock } = context;

  server.put(
    '/broadcasts/:id/send-time',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Move a scheduled message to another time, or send it now',
        description:
          'Who gets it stays as it was frozen; what it says is changed by a message that replaces it (POST /broadcasts). Once it has begun it is too_late, and nothing is changed.',
        params: byId,
        body: sendTime,
        response: { 200: broadcast },
      },
    },
    async ({ principal: { accountId }, params: { id }, body: { sendLater } }) => {
      await foundBroadcast(context, accountId, id);
      const account = await readAccount(database.engine, accountId);
      const moved = await moveBroadcast(database, clock, account, id, sendLater);
      if (moved.outcome === 'too_late') tooLateToChange();
      if (moved.outcome === 'refused') {
        const { problem, message } = moved;
        throw new HttpProblem(problem, message, [{ path: 'sendLater.wall', message }]);
      }
      return movedBroadcast(context, accountId, id);
    },
  );

  server.get(
    '/broadcasts/:id/request',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What a message was made of, to write it anew',
        params: byId,
        response: { 200: writtenAgain },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      await foundBroadcast(context, accountId, id);
      const account = await readAccount(database.engine, accountId);
      return asEngineFor(database, accountId, (client) =>
        readRequest(client, account, id, clock.now()),
      );
    },
  );
}

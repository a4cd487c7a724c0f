import { z } from 'zod';
import { broadcastHistory } from '../../contract/broadcast-history.ts';
import { asAccount } from '../../platform/database.ts';
import { readHistory } from '../../status/broadcast-history.ts';
import type { HttpContext, Server } from '../context.ts';
import { foundBroadcast } from '../moved-broadcast.ts';

/** How the outcomes of a broadcast came about. */
export function broadcastHistoryRoutes(server: Server, context: HttpContext): void {
  const { database, clock } = context;

  server.get(
    '/broadcasts/:id/history',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'How the outcomes of a message came about over time',
        description:
          'The counts by outcome at up to 61 moments, from the first message that moved to the last; how far apart these are follows from how long it took. It costs the same however many messages there are.',
        params: z.object({ id: z.uuid() }),
        response: { 200: broadcastHistory },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      await foundBroadcast(context, accountId, id);
      return asAccount(database, accountId, (client) =>
        readHistory(client, accountId, id, clock.now()),
      );
    },
  );
}

import { z } from 'zod';
import { reach } from '../../contract/reach.ts';
import { asAccount } from '../../platform/database.ts';
import { readReach } from '../../status/read-reach.ts';
import type { HttpContext, Server } from '../context.ts';
import { foundBroadcast } from '../moved-broadcast.ts';

/** Whom a broadcast reached, so that the others, or these, can be written to again. */
export function broadcastReachRoutes(server: Server, context: HttpContext): void {
  server.get(
    '/broadcasts/:id/reach',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'How many people a message reached on any channel, how many not, and why',
        params: z.object({ id: z.uuid() }),
        response: { 200: reach },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      await foundBroadcast(context, accountId, id);
      return asAccount(context.database, accountId, (client) => readReach(client, accountId, id));
    },
  );
}

import { z } from 'zod';
import { faces } from '../../contract/faces.ts';
import { asEngineFor } from '../../platform/database.ts';
import { readFaces } from '../../status/read-faces.ts';
import type { HttpContext, Server } from '../context.ts';
import { foundBroadcast } from '../moved-broadcast.ts';

/** The faces that are shown while a message goes out. */
export function faceRoutes(server: Server, context: HttpContext): void {
  server.get(
    '/broadcasts/:id/faces',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The first 40 messages of a broadcast: whom each is for, and what became of it',
        description: 'The same ones in the same order each time, for as quick a look at a million.',
        params: z.object({ id: z.uuid() }),
        response: { 200: faces },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      await foundBroadcast(context, accountId, id);
      return asEngineFor(context.database, accountId, (client) => readFaces(client, accountId, id));
    },
  );
}

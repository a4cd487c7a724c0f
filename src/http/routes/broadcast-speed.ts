import { z } from 'zod';
import { broadcast, speed } from '../../contract/broadcast.ts';
import { setSpeed } from '../../schedule/set-speed.ts';
import type { HttpContext, Server } from '../context.ts';
import { foundBroadcast, movedBroadcast } from '../moved-broadcast.ts';
import { HttpProblem } from '../problems.ts';

/** How fast a broadcast goes; it may change at any time. */
export function broadcastSpeedRoutes(server: Server, context: HttpContext): void {
  server.put(
    '/broadcasts/:id/speed',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Change how fast it goes, also while it runs',
        params: z.object({ id: z.uuid() }),
        body: speed,
        response: { 200: broadcast },
      },
    },
    async ({ principal: { accountId }, params: { id }, body: { perMinute } }) => {
      const { database, clock } = context;
      await foundBroadcast(context, accountId, id);
      if (!(await setSpeed(database, clock, accountId, id, perMinute))) {
        throw new HttpProblem(
          'too_late',
          /*i18n*/ 'Everything has gone out or was taken back already.',
        );
      }
      return movedBroadcast(context, accountId, id);
    },
  );
}

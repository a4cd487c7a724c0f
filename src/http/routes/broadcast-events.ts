import { z } from 'zod';
import { asAccount } from '../../platform/database.ts';
import { readBroadcast } from '../../status/read-broadcasts.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';
import { refresher } from '../refresher.ts';

/** Milliseconds between two comments that keep a proxy from closing an idle stream, and two looks. */
const HEARTBEAT = 20_000;
/** Clients reconnect by themselves after so many milliseconds. */
const RETRY = 2_000;

/** A broadcast as it moves, by server-sent events (HTML standard, section 9.2). */
export function broadcastEventRoutes(server: Server, { database, signals }: HttpContext): void {
  const open = new Set<() => void>();
  server.addHook('preClose', async () => {
    for (const end of open) end();
  });

  server.get(
    '/broadcasts/:id/events',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The message and its counts, each time they change (text/event-stream)',
        description: 'Events named “broadcast”; their data is what GET /broadcasts/{id} answers.',
        params: z.object({ id: z.uuid() }),
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const { id } = request.params;
      const read = () =>
        asAccount(database, accountId, (client) => readBroadcast(client, accountId, id));
      if (!(await read())) throw new HttpProblem('not_found', /*i18n*/ 'There is no such message.');
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, {
        ...Object.fromEntries(
          Object.entries(reply.getHeaders()).map(([name, value]) => [name, value ?? '']),
        ),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      stream.write(`retry: ${RETRY}\n\n`);
      const refresh = refresher(read, (json) => {
        if (!stream.writableEnded) stream.write(`event: broadcast\ndata: ${json}\n\n`);
      });
      const unlisten = signals.onSignal((heard) => {
        const isMeant = heard.topic === 'broadcast' && heard.id === id;
        if (isMeant || heard.topic === 'missed') void refresh();
      });
      // Read after it listens, so that no change falls between the two.
      void refresh();
      // A worker that is killed may take the signal of its last change along.
      const heartbeat = setInterval(() => {
        stream.write(': here\n\n');
        void refresh();
      }, HEARTBEAT);
      const end = () => {
        clearInterval(heartbeat);
        unlisten();
        open.delete(end);
        stream.end();
      };
      open.add(end);
      request.raw.once('close', end);
      return reply;
    },
  );
}

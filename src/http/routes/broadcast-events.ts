import { z } from 'zod';
import { asAccount } from '../../platform/database.ts';
import { readBroadcast } from '../../status/read-broadcasts.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

/** Milliseconds between two comments that keep a proxy from closing an idle stream. */
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
      const first = await read();
      if (!first) throw new HttpProblem('not_found', 'There is no such message.');
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
      const write = (data: unknown) =>
        stream.write(`event: broadcast\ndata: ${JSON.stringify(data)}\n\n`);
      stream.write(`retry: ${RETRY}\n\n`);
      write(first);
      let reading = false;
      let again = false;
      const refresh = async () => {
        again = true;
        if (reading) return;
        reading = true;
        while (again && !stream.writableEnded) {
          again = false;
          const now = await read().catch(() => null);
          if (now && !stream.writableEnded) write(now);
        }
        reading = false;
      };
      const unlisten = signals.onSignal((signal) => {
        if (signal.topic === 'broadcast' && signal.id === id) void refresh();
      });
      const heartbeat = setInterval(() => stream.write(': here\n\n'), HEARTBEAT);
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

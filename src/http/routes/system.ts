import { z } from 'zod';
import { durabilityProblem } from '../../delivery/durability.ts';
import { isDatabaseAway } from '../../platform/database-away.ts';
import type { HttpContext, Server } from '../context.ts';

const health = z.object({ ok: z.boolean(), problem: z.string().nullable() });

function awayProblem(error: unknown): string {
  if (!isDatabaseAway(error)) throw error;
  return `PostgreSQL does not answer (${error.message}): nothing is lost, and Headsup goes on by itself once it is there again.`;
}

/** Whether the server is well, and what the API can do. */
export function systemRoutes(server: Server, { database }: HttpContext): void {
  server.get(
    '/health',
    {
      config: { allow: 'anyone' },
      schema: { summary: 'Whether the server can do its work', response: { 200: health } },
    },
    async () => {
      const problem = await durabilityProblem(database.engine).catch(awayProblem);
      return { ok: problem === null, problem };
    },
  );

  server.get(
    '/machine',
    {
      config: { allow: 'machine' },
      schema: {
        summary: 'Whether this is the server that the command line’s token belongs to',
        response: { 200: z.object({ ok: z.literal(true) }) },
      },
    },
    () => ({ ok: true as const }),
  );

  server.get(
    '/openapi.json',
    {
      config: { allow: 'anyone' },
      schema: { hide: true },
      serializerCompiler: () => JSON.stringify,
    },
    () => server.swagger(),
  );
}

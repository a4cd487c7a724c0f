import { z } from 'zod';
import { clockProblem } from '../../delivery/clock-offset.ts';
import { durabilityProblem } from '../../delivery/durability.ts';
import { gapNotice } from '../../delivery/gap-notice.ts';
import type { RunningClock } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/database.ts';
import { isDatabaseAway } from '../../platform/database-away.ts';
import { english } from '../../platform/english.ts';
import type { HttpContext, Server } from '../context.ts';

const health = z.object({
  ok: z.boolean(),
  problem: z.string().nullable(),
  notice: z.string().optional().meta({ description: 'What a person should look after' }),
});

async function findProblem(engine: Queryable, clock: RunningClock): Promise<string | null> {
  const unsafe = await durabilityProblem(engine);
  return unsafe === null ? clockProblem(engine, clock) : english(unsafe);
}

function awayProblem(error: unknown): string {
  if (!isDatabaseAway(error)) throw error;
  return `PostgreSQL does not answer (${error.message}): nothing is lost, and Headsup goes on by itself once it is there again.`;
}

/** Whether the server is well, and what the API can do. */
export function systemRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/health',
    {
      config: { allow: 'anyone' },
      schema: { summary: 'Whether the server can do its work', response: { 200: health } },
    },
    async () => {
      const problem = await findProblem(database.engine, clock).catch(awayProblem);
      const notice = problem === null ? await gapNotice(database.engine) : null;
      return { ok: problem === null, problem, ...(notice ? { notice } : {}) };
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

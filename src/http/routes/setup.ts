import { z } from 'zod';
import { createAccount } from '../../account/create-account.ts';
import { principalOfMachine } from '../../account/principal.ts';
import { issueSetupToken, setUp, setupNeeded } from '../../account/setup.ts';
import { session } from '../../contract/session.ts';
import { country, setupRequest, setupState, timeZone } from '../../contract/setup.ts';
import { asEngine } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';
import { beginSession } from './session.ts';

/** The first run: whoever holds the printed link becomes the owner. */
export function setupRoutes(server: Server, context: HttpContext): void {
  server.get(
    '/setup',
    {
      config: { allow: 'anyone' },
      schema: { summary: 'Whether an owner is still wanted', response: { 200: setupState } },
    },
    async () => ({ needed: await setupNeeded(context.database) }),
  );

  server.post(
    '/setup',
    {
      config: { allow: 'anyone', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'Become the owner, by the token of the printed link',
        body: setupRequest,
        response: { 201: session },
      },
    },
    async (request, reply) => {
      const { database, signIn } = context;
      if (!(await setUp(database, signIn, request.body))) {
        throw new HttpProblem(
          'wrong_token',
          /*i18n*/ 'Start Headsup again and open the link that it prints.',
        );
      }
      return reply.status(201).send(await beginSession(context, request.body, reply));
    },
  );

  server.post(
    '/setup/token',
    {
      config: { allow: 'machine' },
      schema: {
        summary: 'A new setup token, for the command line of the same machine',
        response: { 201: z.object({ token: z.string() }) },
      },
    },
    async (_request, reply) => {
      if (!(await setupNeeded(context.database))) throw new HttpProblem('already_owned');
      return reply.status(201).send({ token: await issueSetupToken(context.database) });
    },
  );

  server.post(
    '/setup/practice',
    {
      config: { allow: 'machine' },
      schema: {
        summary: 'An account for practice where there is none yet, for the command line',
        body: z.object({ country, timeZone }),
        response: { 200: z.object({ made: z.boolean() }) },
      },
    },
    ({ body }) =>
      asEngine(context.database, async (client) => {
        await client.query('select from installation for update');
        if (await principalOfMachine(client)) return { made: false };
        await createAccount(client, { name: 'Practice', isSandbox: true, ...body });
        return { made: true };
      }),
  );
}

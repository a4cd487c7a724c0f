import type { FastifyReply } from 'fastify';
import { readAccount } from '../../account/account.ts';
import { type Principal, principalOfUser } from '../../account/principal.ts';
import type { Channel } from '../../contract/channel.ts';
import { type Session, session, signInRequest } from '../../contract/session.ts';
import type { HttpContext, Server } from '../context.ts';
import { headersOf } from '../identify.ts';
import { HttpProblem } from '../problems.ts';

/** Signing in and out, and who is signed in. */
export function sessionRoutes(server: Server, context: HttpContext): void {
  server.get(
    '/session',
    {
      config: { allow: 'read' },
      schema: { summary: 'Who is signed in', response: { 200: session } },
    },
    (request) => describe(context, request.principal),
  );

  server.post(
    '/session',
    {
      config: { allow: 'anyone', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { summary: 'Sign in', body: signInRequest, response: { 201: session } },
    },
    async (request, reply) =>
      reply.status(201).send(await beginSession(context, request.body, reply)),
  );

  server.delete(
    '/session',
    { config: { allow: 'read' }, schema: { summary: 'Sign out' } },
    async (request, reply) => {
      const cookies = await context.signIn.signOut(headersOf(request));
      return reply.header('set-cookie', cookies).status(204).send();
    },
  );
}

/** Signs in and sets the cookie on the reply; throws the problem where the credentials are wrong. */
export async function beginSession(
  context: HttpContext,
  credentials: { email: string; password: string },
  reply: FastifyReply,
): Promise<Session> {
  const { email, password } = credentials;
  const cookies = await context.signIn.signIn({ email, password });
  if (!cookies) throw new HttpProblem('wrong_credentials');
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  const userId = await context.signIn.userOf(new Headers({ cookie }));
  const principal = userId ? await principalOfUser(context.database.engine, userId) : null;
  if (!principal)
    throw new HttpProblem('not_allowed', /*i18n*/ 'You have no place in any account here.');
  reply.header('set-cookie', cookies);
  return describe(context, principal);
}

async function describe({ database }: HttpContext, principal: Principal): Promise<Session> {
  const { id, name, country, timeZone } = await readAccount(database.engine, principal.accountId);
  const { rows } = await database.engine.query<{ channel: Channel }>(
    `select c.channel from channel_provider c
       join provider p on p.account_id = c.account_id and p.id = c.provider_id
      where c.account_id = $1 and c.position = 0 and p.kind = 'sandbox' order by c.channel`,
    [id],
  );
  return {
    user: principal.user,
    account: { id, name, country, timeZone },
    role: principal.role,
    practiceChannels: rows.map((row) => row.channel),
  };
}

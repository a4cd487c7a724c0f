import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { may } from '../account/permission.ts';
import { type Principal, principalOfMachine, principalOfUser } from '../account/principal.ts';
import type { HttpContext } from './context.ts';
import { HttpProblem } from './problems.ts';

/**
 * Finds out who calls (a session cookie, or the command line's bearer token) and whether the route
 * allows them.
 */
export async function identify(context: HttpContext, request: FastifyRequest): Promise<void> {
  const { allow } = request.routeOptions.config;
  if (allow === 'anyone') return;
  if (allow === 'machine') {
    if (!isMachine(context, request)) throw new HttpProblem('not_allowed');
    return;
  }
  const principal = await principalOf(context, request);
  if (!principal) throw new HttpProblem('not_signed_in');
  if (!allow || !may(principal.role, allow)) throw new HttpProblem('not_allowed');
  request.principal = principal;
}

/** A route of the API that does not say who may call it stops the start: throws with its name. */
export function refuseUnguarded({ method, url, config }: RouteOptions): void {
  if (config?.allow === undefined) throw new Error(`${method} ${url} does not say who may call it`);
}

async function principalOf(
  { database, signIn, localToken }: HttpContext,
  request: FastifyRequest,
): Promise<Principal | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    return isSame(authorization, `Bearer ${localToken}`)
      ? principalOfMachine(database.engine)
      : null;
  }
  if (request.headers.cookie === undefined) return null;
  const userId = await signIn.userOf(headersOf(request));
  return userId === null ? null : principalOfUser(database.engine, userId);
}

function isMachine({ localToken }: HttpContext, request: FastifyRequest): boolean {
  return isSame(request.headers.authorization ?? '', `Bearer ${localToken}`);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The request's headers as the web platform has them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
}

import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problems.ts';

/** Throws the problem of a request that was not made for this server, or not by its own page. */
export type HostGuard = (
  request: Pick<FastifyRequest, 'method' | 'headers'>,
  fromAnyPage?: boolean,
) => void;

/**
 * Refuses requests that were made for another host, so that a foreign name pointed at this machine
 * reads nothing (DNS rebinding), and writes that a page of another origin sent with our cookie:
 * another port of the same machine is another origin. Loopback names are always ours; `host` is
 * the one listened on, `publicUrl` the address that browsers use where it is another.
 */
export function hostGuard(host: string, publicUrl: URL | null): HostGuard {
  const listened = host.includes(':') ? `[${host}]` : host.toLowerCase();
  const known = new Set(['localhost', '127.0.0.1', '[::1]', listened]);
  if (publicUrl) known.add(publicUrl.hostname);
  return ({ method, headers: { host = '', origin } }, fromAnyPage = false) => {
    if (!known.has(host.replace(/:\d+$/, '').toLowerCase())) {
      throw new HttpProblem(
        'wrong_host',
        /*i18n*/ 'Set HEADSUP_URL to the address that people use.',
      );
    }
    if (method === 'GET' || method === 'HEAD' || origin === undefined || fromAnyPage) return;
    const isOwn = origin === publicUrl?.origin || hostOf(origin) === host.toLowerCase();
    if (!isOwn) throw new HttpProblem('wrong_origin');
  };
}

/** Host and port of an origin, as a Host header has them; null for an opaque one. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

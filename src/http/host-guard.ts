import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problems.ts';

/** The names under which this server answers, for requests that write also as an origin. */
export type HostGuard = (request: FastifyRequest) => void;

/**
 * Refuses requests that were made for another host, so that a foreign name pointed at this machine
 * reads nothing (DNS rebinding), and writes that a page of another origin sent with our cookie.
 * Loopback names are always ours; `hosts` adds the one listened on and the public one.
 */
export function hostGuard(hosts: readonly string[]): HostGuard {
  const known = new Set(['localhost', '127.0.0.1', '[::1]', ...hosts]);
  return (request) => {
    if (!known.has(nameOf(request.headers.host ?? ''))) {
      throw new HttpProblem('wrong_host', 'Set HEADSUP_URL to the address that people use.');
    }
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const { origin } = request.headers;
    if (origin === undefined) return;
    const own = `${request.protocol}://${request.headers.host}`;
    if (origin !== own && !known.has(nameOf(origin.replace(/^https?:\/\//, '')))) {
      throw new HttpProblem('wrong_origin');
    }
    if (nameOf(origin.replace(/^https?:\/\//, '')) !== nameOf(request.headers.host ?? '')) {
      throw new HttpProblem('wrong_origin');
    }
  };
}

/** Without its port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problems.ts';

/**
 * Refuses text that PostgreSQL cannot hold, wherever in a checked request it stands: zero bytes, and
 * halves of a character that UTF-16 writes as two; in names of fields as well. Throws `invalid_input` that names the place.
 */
export function refuseUnstorableText(
  request: Pick<FastifyRequest, 'body' | 'query' | 'params'> & {
    routeOptions: { schema?: { body?: unknown } };
  },
): void {
  const { body, query, params, routeOptions } = request;
  look(params, []);
  look(query, []);
  // A body without a schema is read by nobody, and may be as large and deep as it likes.
  if (routeOptions.schema?.body) look(body, []);
}

function look(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string') refuseIn(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    // Whoever asks gives the names of fields too.
    refuseIn(name, path);
    look(part, [...path, name]);
  }
}

function refuseIn(text: string, path: readonly string[]): void {
  if (text.isWellFormed() && !text.includes('\0')) return;
  const message = /*i18n*/ 'there is something in it that is no character';
  throw new HttpProblem('invalid_input', undefined, [{ path: path.join('.'), message }]);
}

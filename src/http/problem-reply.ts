import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { core } from 'zod';
import type { Sentence } from '../contract/said.ts';
import { isDatabaseAway } from '../platform/database-away.ts';
import { inPlaces } from './plain-words.ts';
import { HttpProblem } from './problems.ts';

/** What zod found, as the type provider hands it on. */
type Issue = { keyword: string; instancePath: string; params: object; message?: string };

/** Seconds after which asking again makes sense (RFC 9110, 10.2.3). */
const RETRY_AFTER = 5;

/** Answers whatever was thrown as application/problem+json; what was not foreseen is logged and kept quiet. */
export function replyWithProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = toProblem(error);
  if (problem.code === 'internal') request.log.error({ err: error }, 'http: unforeseen');
  if (problem.code === 'database_away') reply.header('retry-after', RETRY_AFTER);
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem.body());
}

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: pathOf(issue),
      message: sentenceOf(issue),
    }));
    return new HttpProblem('invalid_input', undefined, errors);
  }
  if (isDatabaseAway(error)) return new HttpProblem('database_away');
  if (isLocked(error)) return new HttpProblem('busy');
  // What Fastify throws has a code; anything else has none.
  const { code, statusCode, message } = error as Partial<FastifyError>;
  switch (code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new HttpProblem(
        'not_json',
        /*i18n*/ 'Send a JSON text, with content-type application/json.',
      );
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
    case 'FST_STATIC_FORBIDDEN_PATH':
      return new HttpProblem('not_found', /*i18n*/ 'This address is not written as addresses are.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HttpProblem('unsupported_type');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new HttpProblem(
        'too_large',
        /*i18n*/ 'Files may have up to 60 MB, other requests 8 MB.',
      );
  }
  if (statusCode === 429) return new HttpProblem('too_many_requests');
  if (statusCode === 400) return new HttpProblem('invalid_input', message);
  return new HttpProblem('internal');
}

/** SQLSTATE 55P03: lock_not_available, where a statement does not wait for it. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

function sentenceOf({ keyword, params, message = '' }: Issue): Sentence {
  // The provider took the issue apart: its code is the keyword, and what it has besides the parameters.
  return inPlaces({ ...params, code: keyword, path: [], message } as core.$ZodIssue);
}

/** `/audience/people/0/email` as `audience.people.0.email`; an unknown field by its own name. */
function pathOf({ instancePath, params }: Issue): string {
  const steps = instancePath.split('/').filter((step) => step !== '');
  const unknown = 'keys' in params && Array.isArray(params.keys) ? params.keys.slice(0, 1) : [];
  return [...steps, ...unknown].join('.');
}

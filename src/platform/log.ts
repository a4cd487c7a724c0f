import { pino } from 'pino';

/** What a module needs of a log: a message with fields. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * JSON lines on standard error, from `level` on. Credentials are struck out wherever they stand;
 * texts and addresses of people are never logged by those who call it.
 */
export function createLog(level: string) {
  return pino(
    {
      level,
      serializers: { error: describe, err: describe },
      redact: {
        paths: [
          'req.headers.cookie',
          'req.headers.authorization',
          'res.headers["set-cookie"]',
          '*.password',
          '*.token',
          '*.secret',
        ],
        censor: '…',
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** An error without what PostgreSQL adds to it: its detail quotes rows, and so people. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}

/**
 * SQLSTATE (PostgreSQL manual, appendix A): the connection failed, the server ends or starts, or it has no
 * room or no connection left. All of it passes without a change of ours.
 */
const PASSING_STATES = /^(08...|57P0[123]|53...|58030)$/;
/** Of a connection that cannot be made or broke, and of an embedded server's socket that is not there. */
const PASSING_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
/** What the driver says without a code. */
const PASSING_WORDS =
  /connection terminated|connection error|not queryable|timeout exceeded|query read timeout/i;

/**
 * Whether a statement failed because PostgreSQL is away for now, or has no room, and not because of what
 * it was asked: the same will work later. What was being committed may or may not have been.
 */
export function isDatabaseAway(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (PASSING_STATES.test(code)) return true;
  if (PASSING_CODES.has(code)) return 'syscall' in error || error instanceof AggregateError;
  return PASSING_WORDS.test(error.message);
}

import type { Problem } from '../../../src/contract/problem.ts';

/**
 * Why a call did not succeed.
 * - problem: the server answered, and says what is wrong.
 * - offline: no connection came about, or it broke.
 * - timeout: no answer in time; the server may have done it all the same.
 * - unreadable: the answer was not one of ours (a proxy's page, for instance).
 */
export type Failure =
  | { kind: 'problem'; problem: Problem }
  | { kind: 'offline' }
  | { kind: 'timeout' }
  | { kind: 'unreadable'; status: number };

/** A call's answer: its value, or why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Carries a failure through the query cache, which tells failures by exceptions. */
export class FailedCall extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.title : failure.kind);
    this.failure = failure;
  }
}

/** The value of an answer; throws `FailedCall` where there is none. */
export function orThrow<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new FailedCall(answer.failure);
}

/** The failure that a query or mutation ended with; anything but a `FailedCall` is a bug of ours. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailedCall) return error.failure;
  throw error;
}

/** The failure, where there is one. */
export function failureOrNull(error: unknown): Failure | null {
  return error === null ? null : failureOf(error);
}

/** The stable code of a problem, or null for what is none. */
export function codeOf(failure: Failure): string | null {
  return failure.kind === 'problem' ? failure.problem.code : null;
}

import type { Problem } from '../../../src/contract/problem.ts';
import { suspectConnection } from './connection.ts';
import type { Answer, Failure } from './failure.ts';
import { setSessionEnded } from './session-ended.ts';

/** What a call sends besides its address. `json` or `form`, never both; `timeout` in milliseconds. */
export type CallOptions = {
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  timeout?: number;
};

/**
 * One call of our API. `T` is what the contract says that the address answers with.
 * Failures are values; it throws only when `signal` takes the call back.
 */
export async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const deadline = AbortSignal.timeout(options.timeout ?? 20_000);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      signal,
      headers: {
        accept: 'application/json',
        ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: options.form ?? (options.json === undefined ? null : JSON.stringify(options.json)),
    });
    return await read<T>(response);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (deadline.aborted) return { ok: false, failure: { kind: 'timeout' } };
    suspectConnection();
    return { ok: false, failure: { kind: 'offline' } };
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const body = parsed(text);
  if (response.ok && (text === '' || body !== undefined)) {
    // The server checks its answers against the contract that `T` is taken from.
    return { ok: true, value: body as T };
  }
  const failure: Failure = isProblem(body)
    ? { kind: 'problem', problem: body }
    : { kind: 'unreadable', status: response.status };
  if (failure.kind === 'problem' && failure.problem.code === 'not_signed_in') setSessionEnded(true);
  return { ok: false, failure };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

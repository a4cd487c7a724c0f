import type { Problem } from '../contract/problem.ts';
import type { RunningServer } from '../platform/server-file.ts';

/** A refusal of the API, as the command line shows it. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    const fields = (problem.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`);
    super(`${problem.detail ?? problem.title}${fields.join('')}`);
    this.problem = problem;
  }
}

/** Calls the API of a server on this machine as its command line. */
export class ApiClient {
  readonly #server: RunningServer;

  constructor(server: RunningServer) {
    this.#server = server;
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.#call('GET', path);
  }

  post<Answer>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#call('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    });
  }

  put<Answer>(path: string, body: object): Promise<Answer> {
    return this.#call('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  /** Sends a file as the multipart field “file”. */
  upload<Answer>(path: string, file: Blob, name: string): Promise<Answer> {
    const form = new FormData();
    form.set('file', file, name);
    return this.#call('POST', path, form);
  }

  /** The answer's shape is what the route's schema in src/contract says. Throws an ApiRefusal. */
  async #call<Answer>(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.#server.url), {
      method,
      headers: { ...headers, authorization: `Bearer ${this.#server.token}` },
      ...(body === undefined ? {} : { body }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new ApiRefusal(answer as Problem);
    return answer as Answer;
  }
}

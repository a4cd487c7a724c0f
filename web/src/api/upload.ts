import { select, t } from '@lingui/core/macro';
import type { Problem } from '../../../src/contract/problem.ts';
import { serverSays } from '../language/server-says.ts';

/** An upload that is under way. `done` resolves with the answer, or with the sentence that says why not. */
export type Upload<T> = {
  done: Promise<{ value: T } | { problem: string }>;
  cancel(): void;
};

type Options = {
  /** Milliseconds for the upload with what the server does before it answers. */
  patience: number;
  /** What to do after a failure; `choose_rest` where what came in before stays. */
  again: Again;
  /** Is told which part of it has gone, from 0 to 1. */
  onProgress: (part: number) => void;
};

type Again = 'attach' | 'choose' | 'choose_rest';

/** Uploads a file as the field “file”. Only XMLHttpRequest says how far an upload is. */
export function upload<T>(path: string, file: File, options: Options): Upload<T> {
  const { patience, again, onProgress } = options;
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.set('file', file, file.name);
  const done = new Promise<Awaited<Upload<T>['done']>>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    request.addEventListener('load', () => resolve(read<T>(request, again)));
    request.addEventListener('error', () =>
      resolve({
        problem: t`The connection broke before the file had arrived: ${select(again, {
          attach: 'attach it again',
          choose: 'choose it again',
          other: 'choose it again; what has come in stays',
        })}.`,
      }),
    );
    request.addEventListener('timeout', () =>
      resolve({
        problem: t`The file took too long to arrive: ${select(again, {
          attach: 'attach it again',
          choose: 'choose it again',
          other: 'choose it again; what has come in stays',
        })}.`,
      }),
    );
    request.addEventListener('abort', () => resolve({ problem: '' }));
  });
  request.open('POST', `/api${path}`);
  request.timeout = patience;
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function read<T>(request: XMLHttpRequest, again: Again): Awaited<Upload<T>['done']> {
  try {
    // The server checks its answers against the contract that `T` is taken from.
    if (request.status < 300) return { value: JSON.parse(request.responseText) as T };
    const { detail, title, said } = JSON.parse(request.responseText) as Problem;
    return { problem: serverSays(detail ?? title, said) };
  } catch {
    return {
      problem: t`The server did not answer as expected: ${select(again, {
        attach: 'attach it again',
        choose: 'choose it again',
        other: 'choose it again; what has come in stays',
      })}.`,
    };
  }
}

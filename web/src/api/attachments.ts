import type { Attachment, AttachmentPurpose } from '../../../src/contract/attachment.ts';
import type { Problem } from '../../../src/contract/problem.ts';

/** Milliseconds for an upload with its checks: five minutes of sound take half of one. */
const PATIENCE = 180_000;

/** An upload that is under way. `done` resolves with the file, or with the sentence that says why not. */
export type Upload = {
  done: Promise<{ file: Attachment } | { problem: string }>;
  cancel(): void;
};

/**
 * Uploads a file; `onProgress` is told which part of it has gone, from 0 to 1. Only XMLHttpRequest says
 * how far an upload is.
 */
export function uploadFile(
  file: File,
  purpose: AttachmentPurpose,
  onProgress: (part: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.set('file', file, file.name);
  const done = new Promise<Awaited<Upload['done']>>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    request.addEventListener('load', () => resolve(read(request)));
    request.addEventListener('error', () =>
      resolve({ problem: 'The connection broke before the file had arrived: attach it again.' }),
    );
    request.addEventListener('timeout', () =>
      resolve({ problem: 'The file took too long to arrive: attach it again.' }),
    );
    request.addEventListener('abort', () => resolve({ problem: '' }));
  });
  request.open('POST', `/api/attachments?purpose=${purpose}`);
  request.timeout = PATIENCE;
  request.send(form);
  return { done, cancel: () => request.abort() };
}

/** Where the browser gets a file: as it is, or as a phone gets it. */
export function fileAddress(id: string, rendition: 'original' | 'phone' = 'original'): string {
  return `/api/attachments/${id}/content?rendition=${rendition}`;
}

function read(request: XMLHttpRequest): Awaited<Upload['done']> {
  try {
    // The server checks its answers against the contract.
    if (request.status === 201) return { file: JSON.parse(request.responseText) as Attachment };
    const { detail, title } = JSON.parse(request.responseText) as Problem;
    return { problem: detail ?? title };
  } catch {
    return { problem: 'The server did not answer as expected: attach the file again.' };
  }
}

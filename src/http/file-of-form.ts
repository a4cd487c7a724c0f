import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Sentence } from '../contract/said.ts';
import { HttpProblem } from './problems.ts';

const MEGABYTE = 1_048_576;
/** Bytes of a file, where nothing else is said. */
export const LARGEST_FILE = 60 * MEGABYTE;

/** The file in the field “file” of a form, of at most `most` bytes if that is said; else `missing` is. */
export async function fileOrRefuse(
  request: FastifyRequest,
  missing: Sentence,
  most?: number,
): Promise<MultipartFile> {
  if (!request.isMultipart()) {
    throw new HttpProblem(
      'no_file',
      /*i18n*/ 'Send the file as multipart/form-data, in a field “file”.',
    );
  }
  const limits = most === undefined ? {} : { limits: { fileSize: most, files: 1 } };
  const file = await request.file(limits);
  if (!file) throw new HttpProblem('no_file', missing);
  return file;
}

/** A file has more than `most` bytes. */
export function tooLarge(most = LARGEST_FILE): HttpProblem {
  return new HttpProblem('too_large', {
    text: /*i18n*/ 'A file may have up to {most} MB.',
    values: { most: most / MEGABYTE },
  });
}

/** Its bytes as they come in; one that was cut off at the limit is no whole file. */
export async function* wholeFile({ file }: MultipartFile): AsyncGenerator<Uint8Array> {
  yield* file.iterator({ destroyOnReturn: false });
  if (file.truncated) throw tooLarge();
}

/**
 * Reads on to the end of a file that is refused: a browser sends all of it before it looks at the answer. It
 * is read, not resumed, because a reader that is just being closed would keep it from flowing.
 */
export async function letGoBy({ file }: MultipartFile): Promise<void> {
  try {
    for await (const _ of file.iterator({ destroyOnReturn: false }));
  } catch {
    // The connection broke off.
  }
}

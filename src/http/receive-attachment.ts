import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attachment, AttachmentPurpose } from '../contract/attachment.ts';
import { attachmentLimits } from '../contract/attachment-limits.ts';
import { askMediaThread } from '../message/attachments/ask-media-thread.ts';
import { cleanFileName } from '../message/attachments/file-name.ts';
import { keepAttachment } from '../message/attachments/keep-attachment.ts';
import {
  hashFile,
  type ReceivedFile,
  receiveUpload,
} from '../message/attachments/receive-upload.ts';
import type { HttpContext } from './context.ts';
import { fileOrRefuse, tooLarge } from './file-of-form.ts';
import { HttpProblem } from './problems.ts';

const MEGABYTE = 1_048_576;
/** Bytes past our limit that the reader of the form still lets through: we count ourselves. */
const FORM_LIMIT = 80 * MEGABYTE;

/** Receives a file of a form, looks into it, and keeps it; throws the problem that says why not. */
export async function receiveAttachment(
  context: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
  purpose: AttachmentPurpose,
): Promise<Attachment> {
  const part = await fileOrRefuse(request, /*i18n*/ 'Choose a file.', FORM_LIMIT);
  const most = purpose === 'audio' ? attachmentLimits.audioFile : attachmentLimits.file;
  const file = await receiveUpload(part.file, context.uploadFolder, most);
  if (!file) {
    // The rest of it is not waited for: it may have no end.
    reply.header('connection', 'close');
    throw tooLarge(most);
  }
  const phonePath = join(context.uploadFolder, `${file.hash}.${crypto.randomUUID()}`);
  try {
    const name = cleanFileName(part.filename);
    return await keep(
      context,
      request,
      { purpose, name, declared: part.mimetype, phonePath },
      file,
    );
  } finally {
    await Promise.all([rm(file.path, { force: true }), rm(phonePath, { force: true })]);
  }
}

async function keep(
  { database, files: { blobs }, clock }: HttpContext,
  { principal }: FastifyRequest,
  job: { purpose: AttachmentPurpose; name: string; declared: string; phonePath: string },
  file: ReceivedFile,
): Promise<Attachment> {
  const facts = await askMediaThread({ ...job, path: file.path });
  if ('problem' in facts) throw new HttpProblem('file_refused', facts.problem);
  return keepAttachment(database, blobs, clock, principal.accountId, {
    name: job.name,
    file,
    facts,
    phone: facts.phoneType === null ? null : await hashFile(job.phonePath),
    createdBy: principal.user.name,
  });
}

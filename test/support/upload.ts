import { type Attachment, attachment } from '../../src/contract/attachment.ts';
import type { Call } from './call.ts';
import { formOf } from './files.ts';

/** Uploads a file and returns what is known of it. */
export async function upload(
  call: Call,
  bytes: Uint8Array,
  name: string,
  purpose: 'file' | 'audio' = 'file',
): Promise<Attachment> {
  const { status, json } = await call(
    'POST',
    `/api/attachments?purpose=${purpose}`,
    formOf(bytes, name),
  );
  if (status !== 201) throw new Error(JSON.stringify(json));
  return attachment.parse(json);
}

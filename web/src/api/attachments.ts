import { queryOptions } from '@tanstack/react-query';
import type { Attachment, AttachmentPurpose } from '../../../src/contract/attachment.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';
import { type Upload, upload } from './upload.ts';

/** Milliseconds for an upload with its checks: five minutes of sound take half of one. */
const PATIENCE = 180_000;

/** Uploads a file of a message; `onProgress` is told which part of it has gone, from 0 to 1. */
export function uploadFile(
  file: File,
  purpose: AttachmentPurpose,
  onProgress: (part: number) => void,
): Upload<Attachment> {
  return upload<Attachment>(`/attachments?purpose=${purpose}`, file, {
    patience: PATIENCE,
    again: 'attach',
    onProgress,
  });
}

/** Where the browser gets a file: as it is, or as a phone gets it. */
export function fileAddress(id: string, rendition: 'original' | 'phone' = 'original'): string {
  return `/api/attachments/${id}/content?rendition=${rendition}`;
}

/** What is known of a file; it never changes. */
export const attachmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['attachment', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      orThrow(await call<Attachment>('GET', `/attachments/${id}`, { signal })),
  });

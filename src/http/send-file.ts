import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '../message/attachments/read-attachment.ts';
import type { BlobStore, ByteRange } from '../platform/blob-store.ts';

/**
 * Answers with a file that came from outside: to be saved and never to be opened as a page of ours. One
 * range of bytes may be asked for (RFC 9110, 14.2), without which some browsers play no sound.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  store: BlobStore,
  file: StoredFile,
): Promise<FastifyReply> {
  const { size, type, name, key } = file;
  const range = rangeOf(request.headers.range, size);
  const stream = await store.read(key, range ?? undefined);
  if (!stream) throw new Error(`the bytes of ${key.hash} are lost`);
  if (range) {
    reply.status(206).header('content-range', `bytes ${range.first}-${range.last}/${size}`);
  }
  return reply
    .header('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type)
    .header('content-length', range ? range.last - range.first + 1 : size)
    .header('content-disposition', disposition(name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('x-robots-tag', 'noindex')
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, no-store')
    .header('content-encoding', 'identity')
    .send(stream);
}

/** `attachment`, with the name as RFC 6266 has it: plain letters for old readers, all of them in UTF-8. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The range that was asked for; null where none was, or not one that can be given alone. */
function rangeOf(asked: string | undefined, size: number): ByteRange | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  return first <= last && Number.isSafeInteger(first) ? { first, last } : null;
}

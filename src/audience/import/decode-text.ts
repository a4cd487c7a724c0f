import type { ImportEncoding } from '../../contract/contact-import.ts';
import { otherKindOf } from '../../platform/other-kind.ts';
import { Refusal } from '../../platform/refusal.ts';
import { GuessedText } from './guessed-text.ts';

const HEAD = 4_096;

/**
 * The text of a file as it comes in. Its encoding is the one named, else that of its byte order mark,
 * else UTF-16 where every other byte is zero, else UTF-8, or Windows-1252 where it is not that. Nothing
 * but the piece at hand is held. Throws a Refusal that says what the file seems to be.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  named?: ImportEncoding,
): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  let head = Buffer.alloc(0);
  for await (const piece of bytes) {
    if (decoder === null) {
      head = Buffer.concat([head, piece]);
      if (head.length < HEAD) continue;
      decoder = decoderFor(head, named);
      yield decoder.decode(head);
    } else {
      yield decoder.decode(piece);
    }
  }
  if (decoder === null) {
    decoder = decoderFor(head, named);
    yield decoder.decode(head);
  }
  yield decoder.end();
}

type Decoder = { decode(bytes: Uint8Array): string; end(): string };

function decoderFor(head: Buffer, named?: ImportEncoding): Decoder {
  const start = head.subarray(0, HEAD);
  if (start.every((byte) => byte <= 32))
    throw new Refusal(
      /*i18n*/ 'The file is empty. Save or export the contacts as CSV or vCard, and upload that.',
    );
  const other = otherKindOf(start);
  if (other)
    throw new Refusal({
      text: /*i18n*/ 'These are no contacts but {kind}. Save or export the contacts as CSV or vCard, and upload that.',
      values: { kind: { text: other } },
    });
  const encoding = named ?? encodingOf(start);
  if (encoding === null) return new GuessedText();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const run = (bytes: Uint8Array | undefined) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Refusal({
        text: /*i18n*/ 'The file is not written in {encoding}: name the encoding it was saved in, or save it as UTF-8.',
        values: { encoding },
      });
    }
  };
  return { decode: run, end: () => run(undefined) };
}

/** What the beginning tells; null: UTF-8 or Windows-1252, which shows only further on. */
function encodingOf(head: Buffer): ImportEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  if (odd > head.length / 4 && even < odd / 10) return 'utf-16le';
  if (even > head.length / 4 && odd < even / 10) return 'utf-16be';
  throw new Refusal(
    /*i18n*/ 'The file has zero bytes in it, so that it is no text. Save or export the contacts as CSV or vCard, and upload that.',
  );
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';

/** Pixels as four bytes each: red, green, blue, opacity; from the top left, row by row. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

/** What the codecs make their answer of; browsers have it, Node.js does not. */
class PixelData implements Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/** Node.js has it, but its types leave it to those of browsers. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

const require = createRequire(import.meta.url);

/** Reads a picture, turned as its EXIF says; throws where it is damaged. GIF is not read. */
export async function decodePicture(bytes: Buffer, type: string): Promise<Pixels> {
  Object.assign(globalThis, { ImageData: PixelData });
  const whole = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.byteLength,
    // A Buffer that was read from a file never shares its memory between threads.
  ) as ArrayBuffer;
  switch (type) {
    case 'image/jpeg':
      await withModule(initJpegDecoder, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
      return decodeJpeg(whole, { preserveOrientation: true });
    case 'image/png':
      await withModule(initPngDecoder, '@jsquash/png/codec/pkg/squoosh_png_bg.wasm');
      return decodePng(whole);
    case 'image/webp':
      await withModule(initWebpDecoder, '@jsquash/webp/codec/dec/webp_dec.wasm');
      return decodeWebp(whole);
    default:
      throw new Error(`no codec reads ${type}`);
  }
}

/** Writes a JPEG without any metadata; `quality` from 0 to 100. */
export async function encodePicture(pixels: Pixels, quality: number): Promise<Buffer> {
  await withModule(initJpegEncoder, '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  // The encoder reads only what Pixels has of it.
  return Buffer.from(await encodeJpeg(pixels as never, { quality }));
}

/** The codecs would fetch their code as pages do; here it is read from the package. */
async function withModule(init: (module: never) => Promise<unknown>, path: string): Promise<void> {
  const module = await WebAssembly.compile(readFileSync(require.resolve(path)));
  // Each takes the compiled module, which its types leave out.
  await init(module as never);
}

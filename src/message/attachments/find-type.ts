import { fileTypeFromBuffer } from 'file-type';
import type { Sentence } from '../../contract/said.ts';
import { extensionOf } from './file-name.ts';
import { type KnownType, knownType } from './known-types.ts';
import { textType } from './text-type.ts';

/** What people would call files that are often tried and never taken, by media type. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/hei[cf]|avif/, /*i18n*/ 'This is a HEIC picture, which many cannot open: save it as JPEG.'],
  [
    /tiff|bmp|x-icon|photoshop|jxl/,
    /*i18n*/ 'Pictures may be JPEG, PNG, GIF or WebP: save it as one of these.',
  ],
  [/macroenabled/i, /*i18n*/ 'This document contains macros or programs: save it without them.'],
  [
    /x-cfb/,
    /*i18n*/ 'Old or protected Office documents are not taken: save it as .docx, .xlsx, .pptx or PDF.',
  ],
  [
    /msdownload|elf|mach|executable|x-sh|java|wasm|x-ms|chrome|debian|rpm/,
    /*i18n*/ 'Programs are not taken.',
  ],
  [
    /zip|rar|7z|tar|compress|lzip|zstd|xz/,
    /*i18n*/ 'Archives are not taken: attach what is in it.',
  ],
  [/^video\//, /*i18n*/ 'Videos are not taken.'],
  [/^audio\//, /*i18n*/ 'Sounds may be MP3 or WAV: save it as one of these.'],
];

/** The type of a file by its content, or the sentence that says why it is not taken. */
export async function findType(
  bytes: Buffer,
  name: string,
): Promise<{ type: KnownType } | { problem: Sentence }> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mime = found?.mime.split(';')[0];
  const binary = knownType(mime ?? '');
  if (binary && binary.family !== 'text') return { type: binary };
  const text = textType(bytes, extensionOf(name));
  if (text === 'markup') {
    return {
      problem: /*i18n*/ 'Web pages, SVG and scripts are not taken, since opening one runs it.',
    };
  }
  const type = knownType(text ?? '');
  if (type) return { type };
  const sentence = REFUSED.find(([pattern]) => pattern.test(mime ?? ''))?.[1];
  return {
    problem:
      sentence ??
      /*i18n*/ 'This kind of file is not taken: pictures, PDF, Word, Excel, PowerPoint, OpenDocument, text, calendar and contact files, MP3 and WAV are.',
  };
}

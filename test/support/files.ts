import { zipSync } from 'fflate';
import { encodePicture } from '../../src/message/attachments/picture-codecs.ts';

/** A photograph as phones make them: noise that packs badly, EXIF with a place in it. */
export async function photo(width: number, height: number): Promise<Buffer> {
  const data = new Uint8ClampedArray(width * height * 4);
  let seed = 1;
  for (let at = 0; at < data.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const grain = (seed >> 16) & 63;
    const across = ((at / 4) % width) / width;
    data[at] = across * 190 + grain;
    data[at + 1] = 96 + grain;
    data[at + 2] = 160 - across * 90 + grain;
    data[at + 3] = 255;
  }
  const jpeg = await encodePicture({ width, height, data }, 92);
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0'),
    Buffer.from('GPSLatitude 48.8584 N; SECRET'),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** The smallest picture that there is: one transparent pixel, as PNG. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A PDF of one empty page. */
export const pdf = Buffer.from(
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
);

/** A Word document, with more parts where some are given. */
export function docx(parts: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const text = (content: string) => new TextEncoder().encode(content);
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': text(
        `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
      ),
      'word/document.xml': text('<w:document/>'),
      ...parts,
    }),
  );
}

/** A form with a file in its field “file”. */
export function formOf(bytes: Uint8Array, name: string, type = ''): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return form;
}

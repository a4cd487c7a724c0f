import type { Sentence } from '../../contract/said.ts';
import { decodePicture, encodePicture, type Pixels } from './picture-codecs.ts';
import type { PictureSize } from './picture-size.ts';
import { reducePicture } from './reduce-picture.ts';

/** Carriers pass on so much in one message, and phones show no more pixels than that. */
const LARGEST = 300_000;
const SIDES = [1_280, 960, 640, 320];
const QUALITIES = [80, 65, 50];

/** A picture as MMS carries it, or the sentence that says why it cannot be read. */
export type PhonePicture = { jpeg: Buffer; size: PictureSize } | { problem: Sentence };

/**
 * Makes a picture small enough for MMS: a JPEG of at most 300 kB and 1,280 pixels a side, turned as its
 * EXIF says and without any of its metadata (where it was taken, by whom).
 Its header has been looked at: it is
 * none that cannot be unpacked.
 */
export async function phonePicture(bytes: Buffer, type: string): Promise<PhonePicture> {
  let pixels: Pixels;
  try {
    pixels = await decodePicture(bytes, type);
  } catch {
    return { problem: /*i18n*/ 'This picture is damaged: save it again and attach the new one.' };
  }
  const size = { width: pixels.width, height: pixels.height };
  for (const side of SIDES) {
    pixels = reducePicture(pixels, side);
    for (const quality of QUALITIES) {
      const jpeg = await encodePicture(pixels, quality);
      if (jpeg.length <= LARGEST) return { jpeg, size };
    }
  }
  throw new Error('320 pixels a side always fit');
}

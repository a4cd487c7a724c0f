import libsamplerate from '@alexanderolsen/libsamplerate-js';
import { attachmentLimits } from '../../contract/attachment-limits.ts';
import type { Sentence } from '../../contract/said.ts';
import { BrokenSound, decodeSound } from './decode-sound.ts';

/** What telephony plays: 8,000 samples a second, of 16 bits. */
const RATE = 8_000;
const HEADER = 44;
/** Softer than this, or shorter than this in seconds, nobody hears anything. */
const SOFTEST = 0.005;
const SHORTEST = 0.3;
const MOST = attachmentLimits.audioSeconds;

/** A sound as telephony plays it, or the sentence that says why there is none. */
export type TelephoneSound =
  | { wav: Buffer; durationMs: number; peak: number }
  | { problem: Sentence };

/**
 * Decodes an MP3 or WAV and makes of it what calls play: WAV, one channel, 8,000 samples a second of 16
 * bits. It is decoded whole, because no header is to be believed, but never further than the longest
 * that is allowed; memory holds one piece and the result.
 */
export async function telephoneSound(bytes: Buffer, type: string): Promise<TelephoneSound> {
  const samples = Buffer.alloc((MOST + 1) * RATE * 2);
  let [length, seconds, peak] = [0, 0, 0];
  let convert: ((piece: Float32Array) => Float32Array) | null = null;
  const write = (piece: Float32Array) => {
    for (const sample of piece) {
      if (length >= samples.length) return;
      const bounded = Math.max(-1, Math.min(1, sample));
      samples.writeInt16LE(Math.round(bounded * 32_767), length);
      length += 2;
    }
  };
  try {
    for await (const piece of decodeSound(bytes, type)) {
      seconds += piece.samples.length / piece.rate;
      if (seconds > MOST) {
        return {
          problem: {
            text: /*i18n*/ 'This sound is longer than {most} minutes: cut it shorter.',
            values: { most: MOST / 60 },
          },
        };
      }
      for (const sample of piece.samples) peak = Math.max(peak, Math.abs(sample));
      convert ??= await converterFrom(piece.rate);
      write(convert(piece.samples));
    }
  } catch (error) {
    if (error instanceof BrokenSound) return { problem: error.sentence };
    throw error;
  }
  if (seconds < SHORTEST)
    return { problem: /*i18n*/ 'This sound is empty: it lasts no third of a second.' };
  if (peak < SOFTEST)
    return { problem: /*i18n*/ 'This sound is silent: nothing in it can be heard.' };
  // What the filter still holds comes out with the silence behind it.
  if (convert) write(convert(new Float32Array(RATE)));
  const whole = Math.min(length, Math.round(seconds * RATE) * 2);
  const wav = Buffer.concat([header(whole), samples.subarray(0, whole)]);
  return { wav, durationMs: Math.round(seconds * 1_000), peak: Math.min(1, peak) };
}

async function converterFrom(rate: number): Promise<(piece: Float32Array) => Float32Array> {
  if (rate === RATE) return (piece) => piece;
  const { create, ConverterType } = libsamplerate;
  const converter = await create(1, rate, RATE, {
    converterType: ConverterType.SRC_SINC_FASTEST,
  });
  return (piece) => converter.full(piece);
}

/** RIFF, with one chunk for the format and one for the samples. */
function header(length: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(HEADER - 8 + length, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(length, 40);
  return bytes;
}

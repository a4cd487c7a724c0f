import { MPEGDecoder } from 'mpg123-decoder';
import type { Sentence } from '../../contract/said.ts';
import { english } from '../../platform/english.ts';
import { wavFormat } from './wav-format.ts';

/** A piece of a sound as one channel, and how many samples a second it has. */
export type SoundPiece = { samples: Float32Array; rate: number };

/** Says what is wrong with a sound that is being decoded. */
export class BrokenSound extends Error {
  override readonly name = 'BrokenSound';
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(english(sentence));
    this.sentence = sentence;
  }
}

/** Frames of a WAV, and bytes of an MP3, that are decoded at once. */
const FRAMES = 16_384;
const BYTES = 65_536;
/** Of a hundred pieces so many may be damaged before it is no sound any more. */
const DAMAGE = 0.2;

/** Decodes a sound piece by piece, all channels mixed into one; throws a BrokenSound. */
export function decodeSound(bytes: Buffer, type: string): AsyncIterable<SoundPiece> {
  return type === 'audio/wav' ? decodeWav(bytes) : decodeMp3(bytes);
}

async function* decodeWav(bytes: Buffer): AsyncGenerator<SoundPiece> {
  const format = wavFormat(bytes);
  if ('problem' in format) throw new BrokenSound(format.problem);
  const { rate, channels, width, read, begin, end } = format;
  const frame = channels * width;
  for (let from = begin; from < end; from += FRAMES * frame) {
    const samples = new Float32Array(Math.min(FRAMES, (end - from) / frame));
    for (let n = 0, at = from; n < samples.length; n += 1) {
      let sum = 0;
      for (let channel = 0; channel < channels; channel += 1, at += width) sum += read(bytes, at);
      samples[n] = sum / channels;
    }
    yield { samples, rate };
  }
}

async function* decodeMp3(bytes: Buffer): AsyncGenerator<SoundPiece> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  let [pieces, damaged, rate] = [0, 0, 0];
  for (let at = afterTags(bytes); at < bytes.length; at += BYTES) {
    const { channelData, samplesDecoded, sampleRate, errors } = decoder.decode(
      bytes.subarray(at, at + BYTES),
    );
    pieces += 1;
    if (errors.length > 0) damaged += 1;
    if (samplesDecoded === 0) continue;
    if (rate !== 0 && sampleRate !== rate) {
      throw new BrokenSound(
        /*i18n*/ 'This sound changes its sample rate on the way: save it again.',
      );
    }
    rate = sampleRate;
    yield { samples: mixed(channelData, samplesDecoded), rate };
  }
  decoder.free();
  if (pieces > 0 && damaged > Math.max(1, pieces * DAMAGE)) {
    throw new BrokenSound(/*i18n*/ 'This sound is damaged: save it again and attach the new one.');
  }
}

function mixed([left, right]: readonly Float32Array[], length: number): Float32Array {
  const samples = new Float32Array(length);
  for (let n = 0; n < length; n += 1) samples[n] = ((left?.[n] ?? 0) + (right?.[n] ?? 0)) / 2;
  return samples;
}

/**
 * Where the sound begins behind tags of ID3v2 (3.1: four times seven bits of length). One that says to be
 * longer than the file would keep a decoder skipping for ever.
 */
function afterTags(bytes: Buffer): number {
  let at = 0;
  while (bytes.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= bytes.length) {
    const length = [6, 7, 8, 9].reduce((sum, n) => sum * 128 + (bytes.readUInt8(at + n) & 0x7f), 0);
    at += 10 + length;
    if (at >= bytes.length) {
      throw new BrokenSound(
        /*i18n*/ 'This sound is damaged: it says that its title is longer than the file.',
      );
    }
  }
  return at;
}

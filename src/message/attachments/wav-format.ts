import type { Sentence } from '../../contract/said.ts';

/** How the samples of a WAV lie in the file. */
export type WavFormat = {
  rate: number;
  channels: number;
  /** Bytes of a sample of one channel. */
  width: number;
  /** The sample at a place, from -1 to 1. */
  read(bytes: Buffer, at: number): number;
  /** The samples: from their first byte to behind their last. */
  begin: number;
  end: number;
};

const EXTENSIBLE = 0xfffe;
/** What programs write that do not know yet how long it gets. */
const UNKNOWN_LENGTH = 0xffff_ffff;

/**
 * Reads the header of a WAV (RIFF, Multimedia Programming Interface 1.0): PCM of 8 to 32 bits, floating
 * point, A-law and µ-law (ITU-T G.711). The sentence that says what is wrong, where it cannot be played.
 */
export function wavFormat(bytes: Buffer): WavFormat | { problem: Sentence } {
  const damaged = { problem: /*i18n*/ 'This sound is damaged: its header cannot be read.' };
  let format: Omit<WavFormat, 'begin' | 'end'> | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const begin = at + 8;
    if (name === 'fmt ') {
      if (size < 16 || begin + size > bytes.length) return damaged;
      format = readFormat(bytes, begin, size);
      if (format === null)
        return { problem: /*i18n*/ 'This kind of WAV is not read: save it as 16-bit PCM.' };
    } else if (name === 'data') {
      if (format === null) return damaged;
      const isOpen = size === UNKNOWN_LENGTH || size === 0;
      if (!isOpen && begin + size > bytes.length) {
        return { problem: /*i18n*/ 'This sound is cut off: its header says that it is longer.' };
      }
      const length = isOpen ? bytes.length - begin : size;
      const frame = format.width * format.channels;
      return { ...format, begin, end: begin + length - (length % frame) };
    }
    // A chunk of an odd length has a byte more, so that all begin at even places.
    at = begin + size + (size % 2);
  }
  return damaged;
}

function readFormat(
  bytes: Buffer,
  at: number,
  size: number,
): Omit<WavFormat, 'begin' | 'end'> | null {
  const tag = bytes.readUInt16LE(at);
  const kind = tag === EXTENSIBLE && size >= 40 ? bytes.readUInt16LE(at + 24) : tag;
  const channels = bytes.readUInt16LE(at + 2);
  const rate = bytes.readUInt32LE(at + 4);
  const bits = bytes.readUInt16LE(at + 14);
  const read = readers[`${kind}/${bits}`];
  const isSound = channels >= 1 && channels <= 8 && rate >= 4_000 && rate <= 192_000;
  return read && isSound ? { rate, channels, width: bits / 8, read } : null;
}

/** By format tag and bits. */
const readers: Readonly<Record<string, WavFormat['read']>> = {
  '1/8': (bytes, at) => (bytes.readUInt8(at) - 128) / 128,
  '1/16': (bytes, at) => bytes.readInt16LE(at) / 32_768,
  '1/24': (bytes, at) => bytes.readIntLE(at, 3) / 8_388_608,
  '1/32': (bytes, at) => bytes.readInt32LE(at) / 2_147_483_648,
  '3/32': (bytes, at) => finite(bytes.readFloatLE(at)),
  '3/64': (bytes, at) => finite(bytes.readDoubleLE(at)),
  '6/8': (bytes, at) => fromALaw(bytes.readUInt8(at)),
  '7/8': (bytes, at) => fromMuLaw(bytes.readUInt8(at)),
};

function finite(sample: number): number {
  return Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
}

/** ITU-T G.711, table 2. */
function fromMuLaw(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = (((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7);
  return ((bits & 0x80) === 0 ? magnitude - 0x84 : 0x84 - magnitude) / 32_768;
}

/** ITU-T G.711, table 1. */
function fromALaw(code: number): number {
  const bits = code ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return ((bits & 0x80) === 0 ? -magnitude : magnitude) / 32_768;
}

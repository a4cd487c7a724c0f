import { inflateRawSync } from 'node:zlib';

const MEGABYTE = 1_048_576;
/** What a document may hold, unpacked, and in how many parts. */
const LARGEST = 100 * MEGABYTE;
const MOST = 5_000;
/** So many times smaller is no document, once it is more than a megabyte. */
const RATIO = 200;
const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const RUNS =
  /(?:vbaproject\.bin|vbadata\.xml|\.(?:exe|dll|com|scr|js|vbs|bat|cmd|ps1|jar|lnk|msi|hta|html?|svg))$/i;

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number };

/**
 * What is wrong with a document that is a zip, as a sentence; null where nothing is. Every part is
 * really unpacked, within limits, since what the directory says of sizes may be a lie; parts that
 * share their bytes, as those of a zip bomb do, are refused.
 */
export function zipProblem(bytes: Buffer): string | null {
  const entries = directoryOf(bytes);
  if (entries === null)
    return /*i18n*/ 'This document is damaged: save it again and attach the new one.';
  const bomb = /*i18n*/ 'This document unpacks to far more than it should, so it is refused.';
  if (entries.length > MOST) return bomb;
  const runs = entries.find(({ name }) => RUNS.test(name));
  if (runs) return /*i18n*/ 'This document contains macros or programs: save it without them.';
  let end = 0;
  let total = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) return bomb;
    const unpacked = unpack(bytes, entry, LARGEST - total);
    if (unpacked === 'damaged') {
      return /*i18n*/ 'This document is damaged: save it again and attach the new one.';
    }
    if (unpacked === 'too much') return bomb;
    total += unpacked.size;
    end = unpacked.end;
    if (total > MEGABYTE && total > RATIO * bytes.length) return bomb;
  }
  return null;
}

/** The entries of the central directory (APPNOTE 4.3.12); null where there is no sound one. */
function directoryOf(bytes: Buffer): Entry[] | null {
  const at = bytes.lastIndexOf('PK\x05\x06', -1, 'latin1');
  if (at < 0 || at + 22 > bytes.length || bytes.readUInt32LE(at) !== END) return null;
  const count = bytes.readUInt16LE(at + 10);
  let offset = bytes.readUInt32LE(at + 16);
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (offset + 46 > at || bytes.readUInt32LE(offset) !== DIRECTORY) return null;
    const flags = bytes.readUInt16LE(offset + 8);
    // Encrypted: nobody could look into it.
    if ((flags & 1) !== 0) return null;
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(offset + place));
    const nameEnd = offset + 46 + (name ?? 0);
    entries.push({
      name: bytes.toString('utf8', offset + 46, nameEnd),
      method: bytes.readUInt16LE(offset + 10),
      packed: bytes.readUInt32LE(offset + 20),
      unpacked: bytes.readUInt32LE(offset + 24),
      offset: bytes.readUInt32LE(offset + 42),
    });
    offset = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return offset === at ? entries : null;
}

/** Unpacks one part as far as `room` bytes; where it ends in the file, and how large it is. */
function unpack(
  bytes: Buffer,
  { method, packed, unpacked, offset }: Entry,
  room: number,
): { size: number; end: number } | 'damaged' | 'too much' {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return 'damaged';
  const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const end = begin + packed;
  if (end > bytes.length) return 'damaged';
  if (unpacked > room) return 'too much';
  if (method === 0) return packed === unpacked ? { size: packed, end } : 'damaged';
  if (method !== 8) return 'damaged';
  try {
    const maxOutputLength = Math.max(1, unpacked);
    const { length } = inflateRawSync(bytes.subarray(begin, end), { maxOutputLength });
    return length === unpacked ? { size: length, end } : 'damaged';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too much' : 'damaged';
  }
}

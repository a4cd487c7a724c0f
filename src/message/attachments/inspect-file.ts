import type { Sentence } from '../../contract/said.ts';
import { extensionOf } from './file-name.ts';
import { findType } from './find-type.ts';
import { type KnownType, knownType } from './known-types.ts';
import { type PhonePicture, phonePicture } from './phone-picture.ts';
import { pictureSize } from './picture-size.ts';
import { secondType } from './two-types.ts';
import { zipProblem } from './zip-contents.ts';

/** What a file turned out to be; `phone` is what a phone gets of it, where that is something else. */
export type Inspected = {
  type: KnownType;
  picture: { width: number; height: number; phone: Buffer | null } | null;
};

/** Unpacked, here or on a phone, a picture takes four bytes a pixel, and twice that while it is read. */
const MOST_PIXELS = 50_000_000;
/** What browsers say of files that they do not know. */
const UNSAID = ['', 'application/octet-stream', 'binary/octet-stream'];

/**
 * Looks into a file that somebody sent: what it is by its content, whether its name and what the
 * browser says of it agree with that, and whether it is safe to hand on. `name` is a clean one.
 */
export async function inspectFile(
  bytes: Buffer,
  name: string,
  declared: string,
): Promise<Inspected | { problem: Sentence }> {
  if (bytes.length === 0) return { problem: /*i18n*/ 'This file is empty.' };
  const found = await findType(bytes, name);
  if ('problem' in found) return found;
  const { type } = found;
  const problem =
    namedOtherwise(type, name, declared) ??
    isTwo(type, bytes) ??
    (type.family === 'zip' ? zipProblem(bytes) : null);
  if (problem !== null) return { problem };
  return type.family === 'picture' ? inspectPicture(bytes, type) : { type, picture: null };
}

function namedOtherwise(type: KnownType, name: string, declared: string): Sentence | null {
  const extension = extensionOf(name);
  if (!type.extensions.includes(extension)) {
    const should = type.extensions[0] ?? '';
    return {
      text: /*i18n*/ '“{name}” is {kind} by its content: let its name end in {ending}, if that is what it is.',
      values: { name, kind: { text: type.called }, ending: `.${should}` },
    };
  }
  const said = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  const agrees = UNSAID.includes(said) || type.aliases.includes(said) || knownType(said) === type;
  return agrees
    ? null
    : {
        text: /*i18n*/ '“{name}” is {kind} by its content, but was sent as {declared}.',
        values: { name, kind: { text: type.called }, declared: said.slice(0, 80) },
      };
}

function isTwo(type: KnownType, bytes: Buffer): Sentence | null {
  const second = secondType(bytes, type);
  if (second === null) return null;
  return {
    text: /*i18n*/ 'This file is {kind} and {other} at the same time, so it is refused.',
    values: { kind: { text: type.called }, other: { text: second } },
  };
}

async function inspectPicture(
  bytes: Buffer,
  type: KnownType,
): Promise<Inspected | { problem: Sentence }> {
  const size = pictureSize(bytes, type.type);
  if (size === null || size.width === 0 || size.height === 0) {
    return { problem: /*i18n*/ 'This picture is damaged: save it again and attach the new one.' };
  }
  if (size.width * size.height > MOST_PIXELS) {
    return {
      problem: /*i18n*/ 'This picture has more than 50 million pixels: attach a smaller one.',
    };
  }
  // Of an animation nothing would be left but its first moment.
  if (type.type === 'image/gif') return { type, picture: { ...size, phone: null } };
  const made: PhonePicture = await phonePicture(bytes, type.type);
  if ('problem' in made) return made;
  return { type, picture: { ...made.size, phone: made.jpeg } };
}

import type { MediaCapability } from '../../providers/provider.ts';
import type { MessageFile } from './message-files.ts';

/** How the files of a text go: with the message itself, or as addresses below it. */
export type Carried = {
  media: readonly MessageFile[];
  linked: readonly MessageFile[];
};

/**
 * Decides it: what the provider takes goes with the message, as a phone gets it, in order and as long as
 * there is room; of the rest the text tells an address. `can` is null where it takes no files;
 * `hasLinks` says whether files have addresses that others reach.
 */
export function carryFiles(
  files: readonly MessageFile[],
  can: MediaCapability | null | undefined,
  hasLinks: boolean,
): Carried {
  const media: MessageFile[] = [];
  const linked: MessageFile[] = [];
  let room = can && (hasLinks || !can.needsLink) ? can.largest : 0;
  for (const file of files) {
    const { type, size } = file.phone ?? file;
    const fits = can && media.length < can.most && can.types.includes(type) && size <= room;
    if (fits) room -= size;
    (fits ? media : linked).push(file);
  }
  return { media, linked };
}

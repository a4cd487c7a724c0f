import { type Links, linkTo } from '../message/attachments/attachment-links.ts';
import { carryFiles } from '../message/attachments/carry-files.ts';
import type { MessageFile } from '../message/attachments/message-files.ts';
import { readAttachment } from '../message/attachments/read-attachment.ts';
import { withLines } from '../message/compile-content.ts';
import type { BlobStore } from '../platform/blob-store.ts';
import type { Queryable } from '../platform/database.ts';
import type { Capabilities, SubmittedCall, SubmittedFile } from '../providers/provider.ts';
import type { BroadcastText } from './broadcast-text.ts';
import type { DueLane } from './lane.ts';

/** What it takes to hand files over: where their bytes are, and how their addresses are made. */
export type FileTools = { blobs: BlobStore; links: Links };

/** What goes with every message of a lane, besides what is rendered for each. */
export type Enclosed = { media?: readonly SubmittedFile[]; call?: SubmittedCall };

/** A broadcast's text as it goes by one carrier. `isStuck`: its files cannot go by it in any way. */
export type CarriedText = { text: BroadcastText; enclosed: Enclosed; isStuck: boolean };

/**
 * Settles how the files of a broadcast go by a carrier: with the message where it takes them, else as
 * addresses below the text. What was planned was so by the carrier of then; another one may have come.
 */
export function enclose(
  tools: { pool: Queryable; files?: FileTools | undefined },
  lane: DueLane,
  text: BroadcastText,
  capabilities: Pick<Capabilities, 'media'>,
): CarriedText {
  const { sms, email } = text.files;
  switch (lane.channel) {
    case 'voice': {
      const call = callOf(tools, lane, text);
      return { text, enclosed: call ? { call } : {}, isStuck: false };
    }
    case 'email': {
      const media = email.map((file) => submitted(tools, lane, file, 'original'));
      return { text, enclosed: media.length > 0 ? { media } : {}, isStuck: false };
    }
    case 'sms': {
      if (sms.length === 0) return { text, enclosed: {}, isStuck: false };
      const { blobs: _, links } = toolsOf(tools);
      const { media, linked } = carryFiles(sms, capabilities.media, links.publicUrl !== null);
      const below = linked.map(({ id }) => linkTo(links, lane.broadcastId, id, 'original'));
      const lines = below.filter((line) => line !== null);
      return {
        text: { ...text, compiled: withLines(text.compiled, lines) },
        enclosed: { media: media.map((file) => submitted(tools, lane, file, 'phone')) },
        isStuck: lines.length < below.length,
      };
    }
  }
}

function callOf(
  tools: Parameters<typeof enclose>[0],
  lane: DueLane,
  { voice, files }: BroadcastText,
): SubmittedCall | null {
  if (!voice) return null;
  const { language = 'en-US', voice: speaker = 'woman', keys = {} } = voice;
  const sound = (file: MessageFile | null) => file && submitted(tools, lane, file, 'phone');
  return {
    language,
    voice: speaker,
    audio: sound(files.audio),
    voicemailAudio: sound(files.voicemailAudio),
    keys,
  };
}

function submitted(
  tools: Parameters<typeof enclose>[0],
  { accountId, broadcastId }: DueLane,
  { id, name, ...file }: MessageFile,
  rendition: 'original' | 'phone',
): SubmittedFile {
  const { blobs, links } = toolsOf(tools);
  const { type, size } = (rendition === 'phone' ? file.phone : null) ?? file;
  return {
    id,
    name,
    type,
    size,
    link: linkTo(links, broadcastId, id, rendition),
    open: async () => {
      const opened = await readAttachment(tools.pool, blobs, accountId, id, rendition);
      if (!opened) throw new Error(`attachment ${id} of a broadcast is gone`);
      return opened.stream;
    },
  };
}

function toolsOf({ files }: Parameters<typeof enclose>[0]): FileTools {
  if (!files) throw new Error('this process was started without a store of files');
  return files;
}

import { attachmentLimits } from '../contract/attachment-limits.ts';
import type { Content } from '../contract/content.ts';
import type { FieldSentence } from '../contract/said.ts';
import { channelMedia } from '../delivery/channel-media.ts';
import { linkTo } from '../message/attachments/attachment-links.ts';
import { carryFiles } from '../message/attachments/carry-files.ts';
import {
  filesNamedBy,
  type MessageFile,
  type MessageFiles,
  readMessageFiles,
} from '../message/attachments/message-files.ts';
import type { ComposedFiles } from '../schedule/selection.ts';
import type { HttpContext } from './context.ts';
import { HttpProblem } from './problems.ts';

const MEGABYTE = 1_048_576;

/**
 * The files that a content names and the lines that stand below its text message; throws the problem that
 * says which are missing, too large together, no sounds, or cannot go.
 */
export async function filesOrRefuse(
  { database, openProvider, files: { links } }: HttpContext,
  accountId: string,
  content: Content,
): Promise<{ files: ComposedFiles; lines: string[] }> {
  const files = await readMessageFiles(database.engine, accountId, content);
  const can =
    files.sms.length > 0
      ? await channelMedia(database.engine, openProvider, accountId, 'sms')
      : null;
  const carried = carryFiles(files.sms, can, links.publicUrl !== null);
  const lines = carried.linked.map(({ id }) => linkTo(links, null, id, 'original'));
  const errors = [
    ...missing(content, files),
    ...tooLarge(files),
    ...noSound(files),
    ...(lines.includes(null) ? [cannotGo(carried.linked)] : []),
  ];
  if (errors.length > 0) throw new HttpProblem('invalid_input', errors[0]?.message, errors);
  return { files: { ...files, carried }, lines: lines.filter((line) => line !== null) };
}

function missing(content: Content, files: MessageFiles): FieldSentence[] {
  const { sms, email, audio, voicemailAudio } = files;
  const found = [...sms, ...email, audio, voicemailAudio].map((file) => file?.id);
  return filesNamedBy(content)
    .filter(({ id }) => !found.includes(id))
    .map(({ path }) => ({
      path: `content.${path}`,
      message: /*i18n*/ 'This file is not here any more: attach it again.',
    }));
}

function tooLarge({ email }: MessageFiles): FieldSentence[] {
  const total = email.reduce((sum, { size }) => sum + size, 0);
  if (total <= attachmentLimits.emailTotal) return [];
  const most = attachmentLimits.emailTotal / MEGABYTE;
  const message = {
    text: /*i18n*/ 'The files of an email may have {most} MB together, because many mail servers take no more.',
    values: { most },
  };
  return [{ path: 'content.email.attachments', message }];
}

function noSound({ audio, voicemailAudio }: MessageFiles): FieldSentence[] {
  const wrong = (file: MessageFile | null, path: string) =>
    file && (file.seconds === null || file.phone === null)
      ? [
          {
            path,
            message: /*i18n*/ 'A call cannot play this file: upload it as a sound for calls.',
          },
        ]
      : [];
  return [
    ...wrong(audio, 'content.voice.audioId'),
    ...wrong(voicemailAudio, 'content.voice.voicemail.audioId'),
  ];
}

function cannotGo(linked: readonly MessageFile[]): FieldSentence {
  const names = linked.map(({ name }) => `“${name}”`).join(', ');
  return {
    path: 'content.sms.attachments',
    message: {
      text: /*i18n*/ '{names} cannot go with a text itself, and for a link to it Headsup has to know its public address: set HEADSUP_URL, or send it by email.',
      values: { names },
    },
  };
}

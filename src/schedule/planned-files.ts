import type { Channel } from '../contract/channel.ts';
import type { PlannedFile } from '../contract/plan.ts';
import type { MessageFile } from '../message/attachments/message-files.ts';
import type { ComposedFiles } from './selection.ts';

/** The files of a message on a channel, in order, and how each goes. */
export function plannedFiles(files: ComposedFiles, channel: Channel): PlannedFile[] {
  if (channel === 'email') return files.email.map((file) => planned(file, file, 'with_message'));
  if (channel === 'voice') return [];
  const { linked } = files.carried;
  return files.sms.map((file) =>
    linked.includes(file)
      ? planned(file, file, 'as_link')
      : planned(file, file.phone ?? file, 'with_message'),
  );
}

function planned(
  { id, name }: MessageFile,
  { type, size }: { type: string; size: number },
  goes: PlannedFile['goes'],
): PlannedFile {
  return { id, name, type, size, goes };
}

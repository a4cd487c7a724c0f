import { Trans } from '@lingui/react/macro';
import { Button, FileButton, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { attachable, attachmentLimits } from '../../../../src/contract/attachment-limits.ts';
import { fileSize } from '../../format/size.ts';
import type { DraftFile } from './draft-media.ts';
import { FileDrop } from './file-drop.tsx';
import { FileList } from './file-list.tsx';
import { useUploads } from './use-uploads.ts';

type Props = {
  /** What the button says to who does not see what it stands under. */
  attachTo: string;
  files: readonly DraftFile[];
  onChange: (files: readonly DraftFile[]) => void;
  most: number;
  error: string | undefined;
  note?: (file: DraftFile) => string;
  /** What is written, on which files may be dropped too. */
  children: ReactNode;
};

/** The files of a text or an email: chosen by a button, or dropped on what is written. */
export function FilesField({ attachTo, files, onChange, most, error, note, children }: Props) {
  const { pending, add } = useUploads('file', (file) => onChange([...files, file]));
  const size = fileSize(attachmentLimits.file);
  const room = most - files.length - pending.filter(({ problem }) => problem === null).length;
  const take = (chosen: readonly File[]) => add(chosen.slice(0, Math.max(0, room)));
  return (
    <FileDrop onFiles={take}>
      {children}
      <FileList
        files={files}
        pending={pending}
        onRemove={(id) => onChange(files.filter((file) => file.id !== id))}
        {...(note && { note })}
      />
      {error !== undefined && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <FileButton
        multiple
        accept={attachable.map((extension) => `.${extension}`).join(',')}
        onChange={take}
      >
        {(button) => (
          <Button
            {...button}
            variant="subtle"
            size="compact-sm"
            mt={4}
            disabled={room <= 0}
            leftSection={<IconPaperclip size={16} aria-hidden />}
            aria-label={attachTo}
          >
            <Trans>Attach file</Trans>
          </Button>
        )}
      </FileButton>
      <Text span size="xs" c="dimmed">
        <Trans>
          or drop it here · up to {most}, {size} each: pictures, PDF, documents, MP3, WAV
        </Trans>
      </Text>
    </FileDrop>
  );
}

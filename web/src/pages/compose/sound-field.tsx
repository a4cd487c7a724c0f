import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button, FileButton, Text } from '@mantine/core';
import { IconMusic } from '@tabler/icons-react';
import { attachmentLimits, playable } from '../../../../src/contract/attachment-limits.ts';
import { SoundPlayer } from '../../components/sound-player.tsx';
import { fileSize } from '../../format/size.ts';
import type { DraftFile } from './draft-media.ts';
import { FileDrop } from './file-drop.tsx';
import { FileList } from './file-list.tsx';
import { useUploads } from './use-uploads.ts';

type Props = {
  sound: DraftFile | null;
  onChange: (sound: DraftFile | null) => void;
  error: string | undefined;
  chooseLabel?: string | undefined;
};

/** The sound that a call plays: an MP3 or WAV, heard here as the telephone will play it. */
export function SoundField({ sound, onChange, error, chooseLabel }: Props) {
  const { t } = useLingui();
  const { pending, add } = useUploads('audio', onChange);
  const take = (chosen: readonly File[]) => add(chosen.slice(0, 1));
  const size = fileSize(attachmentLimits.audioFile);
  const minutes = attachmentLimits.audioSeconds / 60;
  const name = sound?.name ?? '';
  return (
    <FileDrop onFiles={take}>
      <FileList files={sound ? [sound] : []} pending={pending} onRemove={() => onChange(null)} />
      {sound && <SoundPlayer id={sound.id} label={t`${name}, as the telephone plays it`} />}
      {error !== undefined && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <FileButton
        accept={playable.map((extension) => `.${extension}`).join(',')}
        onChange={(file) => take(file ? [file] : [])}
      >
        {(button) => (
          <Button
            {...button}
            variant="default"
            size="compact-sm"
            mt={4}
            mr="xs"
            aria-label={sound ? undefined : chooseLabel}
            leftSection={<IconMusic size={16} aria-hidden />}
          >
            {sound ? t`Another sound` : t`Choose MP3 or WAV`}
          </Button>
        )}
      </FileButton>
      <Text span size="xs" c="dimmed">
        {t`or drop it here · up to ${size} and ${plural(minutes, { one: '# minute', other: '# minutes' })}`}
      </Text>
    </FileDrop>
  );
}

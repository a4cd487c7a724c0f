import { Trans, useLingui } from '@lingui/react/macro';
import { CloseButton, Group, Progress, Text } from '@mantine/core';
import { fileSize } from '../../format/size.ts';
import type { DraftFile } from './draft-media.ts';
import classes from './file-list.module.css';
import type { PendingFile } from './use-uploads.ts';

type Props = {
  files: readonly DraftFile[];
  pending: readonly PendingFile[];
  onRemove: (id: string) => void;
  /** What is to be known of one, as how it goes. */
  note?: (file: DraftFile) => string;
};

/** The files of a message, those on their way, and those that were not taken, each with its reason. */
export function FileList({ files, pending, onRemove, note }: Props) {
  const { t } = useLingui();
  if (files.length + pending.length === 0) return null;
  return (
    <ul className={classes.list}>
      {files.map((file) => {
        const { name } = file;
        return (
          <li key={file.id} className={classes.file}>
            <Text size="sm" truncate>
              {name}{' '}
              <Text span c="dimmed" size="sm">
                {[fileSize(file.size), note?.(file)].filter(Boolean).join(' · ')}
              </Text>
            </Text>
            <CloseButton
              size="sm"
              aria-label={t`Remove ${name}`}
              onClick={() => onRemove(file.id)}
            />
          </li>
        );
      })}
      {pending.map(({ key, name, part, problem, cancel }) => (
        <li key={key} className={classes.file} aria-live="polite">
          {problem === null ? (
            <Group gap="xs" wrap="nowrap" className={classes.going ?? ''}>
              <Text size="sm" truncate>
                {name}
              </Text>
              <Progress value={part * 100} aria-label={t`Uploading ${name}`} flex={1} />
            </Group>
          ) : (
            <Text size="sm" c="red">
              <Trans>
                {name}: {problem}
              </Trans>
            </Text>
          )}
          <CloseButton
            size="sm"
            aria-label={problem === null ? t`Stop uploading ${name}` : t`Dismiss ${name}`}
            onClick={cancel}
          />
        </li>
      ))}
    </ul>
  );
}

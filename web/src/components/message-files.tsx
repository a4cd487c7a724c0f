import { Anchor, Text } from '@mantine/core';
import { fileAddress } from '../api/attachments.ts';
import { fileSize } from '../format/size.ts';
import classes from './message-files.module.css';

type ShownFile = { id: string; name: string; type: string; size: number };

/** The files of a message as its recipient has them: pictures shown, others to be saved. */
export function MessageFiles({ files }: { files: readonly ShownFile[] }) {
  if (files.length === 0) return null;
  return (
    <div className={classes.files}>
      {files.map(({ id, name, type, size }) =>
        type.startsWith('image/') ? (
          <img key={id} className={classes.picture} src={fileAddress(id, 'phone')} alt={name} />
        ) : (
          <Anchor key={id} href={fileAddress(id)} size="sm" download={name}>
            {name}{' '}
            <Text span c="dimmed" size="sm">
              {fileSize(size)}
            </Text>
          </Anchor>
        ),
      )}
    </div>
  );
}

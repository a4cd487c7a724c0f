import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton, Progress, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { FileDrop } from '../compose/file-drop.tsx';
import classes from './one-file.module.css';
import { type StartUpload, useUpload } from './use-upload.ts';

type Props<T> = {
  /** What the file is to be, and what becomes of it. */
  children: ReactNode;
  accept: string;
  limits: string;
  start: StartUpload<T>;
  onArrived: (answer: T) => void;
};

/** Takes one file, chosen or dropped, says how far it is, and gives it up when it is closed. */
export function OneFile<T>({ children, accept, limits, start, onArrived }: Props<T>) {
  const { t } = useLingui();
  const { state, take } = useUpload(start, onArrived);
  const name = state?.name;
  const resetInput = useRef<() => void>(null);
  const isGoing = state !== null && state.problem === null;
  const giveUp = useRef<() => void>(undefined);
  giveUp.current = state?.upload.cancel;
  useEffect(() => () => giveUp.current?.(), []);
  return (
    <FileDrop onFiles={([file]) => void take(file)}>
      <Stack gap="sm" align="flex-start" className={classes.zone}>
        {children}
        <FileButton
          accept={accept}
          resetRef={resetInput}
          onChange={(file) => {
            void take(file);
            resetInput.current?.();
          }}
        >
          {(button) => (
            <Button {...button} variant="default" loading={isGoing} data-autofocus>
              <Trans>Choose a file</Trans>
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          <Trans>or drop it here</Trans> · {limits}
        </Text>
        {isGoing && (
          <Progress value={state.part * 100} aria-label={t`Uploading ${name}`} w="100%" />
        )}
        {state?.problem && (
          <Text c="var(--mantine-color-error)" role="alert">
            {state.name}: {state.problem}
          </Text>
        )}
      </Stack>
    </FileDrop>
  );
}

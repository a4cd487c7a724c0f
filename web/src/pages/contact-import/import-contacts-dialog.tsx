import { Button, FileButton, Modal, Progress, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { FileDrop } from '../compose/file-drop.tsx';
import { CheckedImport } from './checked-import.tsx';
import { useContactUpload } from './use-contact-upload.ts';

/** Brings contacts in from a file: chosen or dropped, checked, then written as a whole. */
export function ImportContactsDialog({ onClose }: { onClose: () => void }) {
  const [id, setId] = useState<string | null>(null);
  const { state, take } = useContactUpload(setId);
  const resetInput = useRef<() => void>(null);
  const isGoing = state !== null && state.problem === null;
  const close = () => {
    state?.upload.cancel();
    onClose();
  };
  return (
    <Modal opened onClose={close} title="Import contacts" size="48rem" closeOnClickOutside={false}>
      {id !== null ? (
        <CheckedImport id={id} onClose={onClose} />
      ) : (
        <FileDrop onFiles={([file]) => void take(file)}>
          <Stack gap="sm" align="flex-start" p="md">
            <Text>
              A CSV file, as spreadsheets write it, or vCards, as phones do. It is checked first;
              nothing is written before you say so.
            </Text>
            <FileButton
              accept=".csv,.tsv,.txt,.vcf,text/csv,text/vcard"
              resetRef={resetInput}
              onChange={(file) => {
                void take(file);
                resetInput.current?.();
              }}
            >
              {(button) => (
                <Button {...button} variant="default" loading={isGoing} data-autofocus>
                  Choose a file
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed">
              or drop it here · up to 60 MB and 200,000 rows
            </Text>
            {isGoing && (
              <Progress value={state.part * 100} aria-label={`Uploading ${state.name}`} w="100%" />
            )}
            {state?.problem && (
              <Text c="var(--mantine-color-error)" role="alert">
                {state.name}: {state.problem}
              </Text>
            )}
          </Stack>
        </FileDrop>
      )}
    </Modal>
  );
}

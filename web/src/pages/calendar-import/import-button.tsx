import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Importer } from './use-importer.ts';

/** Chooses a calendar file to import. */
export function ImportButton({ importer, label }: { importer: Importer; label: string }) {
  const resetInput = useRef<() => void>(null);
  const take = (file: File | null) => {
    importer.take(file);
    // So that the same file, mended, can be chosen again.
    resetInput.current?.();
  };
  return (
    <FileButton onChange={take} accept=".ics,.ical,.ifb,text/calendar" resetRef={resetInput}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={importer.importing.isPending}
          leftSection={<IconFileImport size={16} aria-hidden />}
        >
          {label}
        </Button>
      )}
    </FileButton>
  );
}

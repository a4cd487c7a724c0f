import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Loader, Text } from '@mantine/core';
import { failureOrNull } from '../../api/failure.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { failureInWords } from '../../wording/failures.ts';
import { ImportButton } from './import-button.tsx';
import { ImportSummary } from './import-summary.tsx';
import type { Importer } from './use-importer.ts';

/** What became of an imported file: on its way, what it brought, or why it could not be read. */
export function ImportDialog({ importer }: { importer: Importer }) {
  const { t } = useLingui();
  const { importing, fileName, close } = importer;
  const failure = failureOrNull(importing.error);
  return (
    <Dialog onClose={close} title={t`Import of ${fileName}`} size="lg">
      {importing.isPending && (
        <Group gap="sm" role="status">
          <Loader size="xs" />
          <Text>
            <Trans>Reading the file…</Trans>
          </Text>
        </Group>
      )}
      {failure && (
        <FailureNotice
          failure={failure}
          words={
            failure.kind === 'problem'
              ? failureInWords(failure)
              : {
                  what: failureInWords(failure).what,
                  todo: t`The file may have come in all the same. Import it again: what is there already stays as it is.`,
                }
          }
        />
      )}
      {importing.data && <ImportSummary report={importing.data} />}
      <Group justify="flex-end" mt="lg" gap="sm">
        {failure && <ImportButton importer={importer} label={t`Choose another file`} />}
        {!importing.isPending && (
          <Button variant="default" onClick={close} data-autofocus>
            <Trans>Close</Trans>
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ContactImport } from '../../../../src/contract/contact-import.ts';
import { contactImportQuery, useEndImport } from '../../api/contact-imports.ts';
import { refreshContacts } from '../../api/contacts.ts';
import { failureOf, failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { count, counted, listed } from '../../format/count.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { RowErrors } from './row-errors.tsx';

const doing: Readonly<Record<ContactImport['progress']['step'], string>> = {
  reading: 'Reading the file',
  drafting: 'Checking the rows',
  grouping: 'Looking for rows of the same person',
  comparing: 'Comparing with your contacts',
  writing: 'Writing',
  matching: 'Matching with your appointments',
  over: 'Done',
};

/** A file that has arrived: what it would do, what is wrong with it, and what it did. */
export function CheckedImport({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(contactImportQuery(id));
  const end = useEndImport(id);
  // Columns that were changed and not checked yet are not what would be imported.
  const [isChanged, setChanged] = useState(false);
  const cache = useQueryClient();
  const isDone = data?.state === 'done';
  useEffect(() => {
    if (!isDone) return;
    void refreshContacts(cache);
  }, [isDone, cache]);
  if (error && !data) {
    return <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />;
  }
  if (!data) return <Text c="dimmed">Loading…</Text>;
  const { state, progress, counts } = data;
  const isReady = state === 'ready';
  const writes = counts.created + counts.updated;
  const failure = failureOrNull(end.error);
  const cancel = () => end.mutate('cancellation', { onSuccess: onClose });
  return (
    <Stack gap="md">
      <Text fw={600} role="status">
        {isReady && `${data.fileName}: nothing is written yet`}
        {isDone && `${data.fileName} is imported`}
        {state === 'canceled' && 'Canceled: nothing was written'}
        {!isReady && !isDone && state !== 'canceled' && `${doing[progress.step]}…`}
      </Text>
      {!isReady && !isDone && state !== 'canceled' && (
        <div>
          <Progress
            value={progress.of === 0 ? 0 : (progress.done / progress.of) * 100}
            aria-label={doing[progress.step]}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {count(progress.done)} of {counted(progress.of, 'row')}
          </Text>
        </div>
      )}
      {(isReady || isDone) && <Text>{countsInWords(data)}</Text>}
      {(isReady || isDone) && <RowErrors found={data} />}
      {isReady && <ColumnMapping found={data} onChanged={setChanged} />}
      {failure && <FailureNotice failure={failure} />}
      <Group justify="flex-end" gap="sm">
        {isDone || state === 'canceled' ? (
          <Button variant="default" onClick={onClose} data-autofocus>
            Close
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={cancel} disabled={end.isPending}>
              Cancel the import
            </Button>
            <Button
              disabled={!isReady || isChanged || writes === 0}
              loading={end.isPending}
              onClick={() => end.mutate('commit')}
            >
              Import {counted(writes, 'row')}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}

function countsInWords({ state, counts }: ContactImport): string {
  const { created, updated, unchanged, joined, refused } = counts;
  const rows = listed([
    `${count(created)} new`,
    `${count(updated)} changed`,
    `${count(unchanged)} as they are`,
    ...(joined > 0 ? [`${count(joined)} that add to a row before`] : []),
    `${count(refused)} refused`,
  ]);
  return state === 'done' ? `Rows: ${rows}.` : `Rows, if you import them: ${rows}.`;
}

import type { MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ContactImport } from '../../../../src/contract/contact-import.ts';
import { contactImportQuery, useEndImport } from '../../api/contact-imports.ts';
import { refreshContacts } from '../../api/contacts.ts';
import { failureOf, failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { count, listed } from '../../format/count.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { RowErrors } from './row-errors.tsx';

const doing = {
  reading: msg`Reading the file`,
  drafting: msg`Checking the rows`,
  grouping: msg`Looking for rows of the same person`,
  comparing: msg`Comparing with your contacts`,
  writing: msg({ message: 'Writing', comment: 'Contacts are being written into the address book' }),
  matching: msg`Matching with your appointments`,
  over: msg({ message: 'Done', context: 'an import' }),
} as const satisfies Record<ContactImport['progress']['step'], MessageDescriptor>;

/** A file that has arrived: what it would do, what is wrong with it, and what it did. */
export function CheckedImport({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
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
  if (!data)
    return (
      <Text c="dimmed">
        <Trans>Loading…</Trans>
      </Text>
    );
  const { state, progress, counts, fileName } = data;
  const isReady = state === 'ready';
  const done = count(progress.done);
  const rows = progress.of;
  const writes = counts.created + counts.updated;
  const failure = failureOrNull(end.error);
  const cancel = () => end.mutate('cancellation', { onSuccess: onClose });
  return (
    <Stack gap="md">
      <Text fw={600} role="status">
        {isReady && t`${fileName}: nothing is written yet`}
        {isDone && t`${fileName} is imported`}
        {state === 'canceled' && t`Canceled: nothing was written`}
        {!isReady && !isDone && state !== 'canceled' && `${t(doing[progress.step])}…`}
      </Text>
      {!isReady && !isDone && state !== 'canceled' && (
        <div>
          <Progress
            value={rows === 0 ? 0 : (progress.done / rows) * 100}
            aria-label={t(doing[progress.step])}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {t`${done} of ${plural(rows, { one: '# row', other: '# rows' })}`}
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
            <Trans>Close</Trans>
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={cancel} disabled={end.isPending}>
              <Trans>Cancel the import</Trans>
            </Button>
            <Button
              disabled={!isReady || isChanged || writes === 0}
              loading={end.isPending}
              onClick={() => end.mutate('commit')}
            >
              <Plural value={writes} one="Import # row" other="Import # rows" />
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}

/** Each number of rows is a message of its own: an adjective may follow its number. */
function countsInWords({ state, counts }: ContactImport): string {
  const { created, updated, unchanged, joined, refused } = counts;
  const rows = listed([
    plural(created, { one: '# new', other: '# new' }),
    plural(updated, { one: '# changed', other: '# changed' }),
    plural(unchanged, { one: '# as they are', other: '# as they are' }),
    ...(joined > 0
      ? [plural(joined, { one: '# that add to a row before', other: '# that add to a row before' })]
      : []),
    plural(refused, { one: '# refused', other: '# refused' }),
  ]);
  return state === 'done' ? t`Rows: ${rows}.` : t`Rows, if you import them: ${rows}.`;
}

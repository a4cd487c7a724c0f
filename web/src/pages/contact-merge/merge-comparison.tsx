import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '../../../../src/contract/contact.ts';
import { mergePreviewQuery, useMergeContacts } from '../../api/contact-merges.ts';
import { failureOf, failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { ContactMarks } from '../contacts/contact-marks.tsx';
import { nameOf } from '../contacts/contact-name.ts';
import { MergePreview } from './merge-preview.tsx';

type Props = {
  pair: readonly [Contact, Contact];
  onBack: () => void;
  onMerged: (keptId: string) => void;
};

/** Two contacts side by side: which one stays, what it has then, and what of the other does not. */
export function MergeComparison({ pair, onBack, onMerged }: Props) {
  const { t } = useLingui();
  const [keptId, setKeptId] = useState(pair[0].id);
  const [kept, other] = keptId === pair[0].id ? pair : [pair[1], pair[0]];
  const preview = useQuery(mergePreviewQuery(kept.id, other.id));
  const merge = useMergeContacts();
  const failure = failureOrNull(merge.error);
  return (
    <Stack gap="md">
      <Radio.Group label={t`Which one stays`} value={keptId} onChange={setKeptId}>
        <Stack gap="xs" mt={6}>
          {pair.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={<bdi>{nameOf(one)}</bdi>}
              description={<ContactMarks contact={one} withAge />}
              styles={{ labelWrapper: { minWidth: 0 }, label: { overflowWrap: 'anywhere' } }}
            />
          ))}
        </Stack>
      </Radio.Group>
      {preview.isPending && <LoadingRows label={t`Working out what would become of both`} />}
      {preview.error && (
        <FailureNotice failure={failureOf(preview.error)} onRetry={() => void preview.refetch()} />
      )}
      {preview.data && <MergePreview kept={kept} other={other} preview={preview.data} />}
      {failure && <FailureNotice failure={failure} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack} data-autofocus>
          <Trans context="to the step before">Back</Trans>
        </Button>
        <Button
          loading={merge.isPending}
          disabled={!preview.data}
          onClick={() =>
            merge.mutate(
              { keptId: kept.id, mergedId: other.id },
              { onSuccess: () => onMerged(kept.id) },
            )
          }
        >
          <Trans>Merge them</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ContactImport } from '../../../../src/contract/contact-import.ts';
import { useSetMapping } from '../../api/contact-imports.ts';
import { failureOrNull } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { count } from '../../format/count.ts';
import { targetsOf } from './column-targets.ts';

type Props = { found: ContactImport; onChanged: (isChanged: boolean) => void };

/** What each column becomes, with some of its values; changing it checks all rows again. */
export function ColumnMapping({ found, onChanged }: Props) {
  const { t } = useLingui();
  const now = found.columns.map(({ target }) => target);
  const [mapping, setMapping] = useState(now);
  const save = useSetMapping(found.id);
  const failure = failureOrNull(save.error);
  return (
    <section aria-label={t`Columns`}>
      <Title order={3} mb={4}>
        <Trans>What each column becomes</Trans>
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Column</Trans>
            </Table.Th>
            <Table.Th>
              <Trans comment="Heading of the second of two columns: “Column | Becomes”">
                Becomes
              </Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.columns.map(({ header, samples }, index) => {
            const place = count(index + 1);
            const column = header || t`Column ${place}`;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and stay.
              <Table.Tr key={index}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Text fw={600}>{column}</Text>
                  <Text size="sm" c="dimmed" lineClamp={1}>
                    {samples.join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    aria-label={t({
                      message: `${column} becomes`,
                      comment: 'Before a choice: what a column of a file becomes',
                    })}
                    data={targetsOf(header, now[index] ?? 'ignore')}
                    value={mapping[index] ?? 'ignore'}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      const next = mapping.map((one, at) => (at === index ? value : one));
                      setMapping(next);
                      onChanged(!isSame(next, now));
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {failure && <FailureNotice failure={failure} />}
      <Group mt="xs">
        <Button
          variant="default"
          size="xs"
          loading={save.isPending}
          disabled={isSame(mapping, now)}
          onClick={() => save.mutate(mapping, { onSuccess: () => onChanged(false) })}
        >
          <Trans>Check again</Trans>
        </Button>
        {!isSame(mapping, now) && (
          <Text size="sm">
            <Trans>Check again before you import.</Trans>
          </Text>
        )}
      </Group>
    </section>
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.every((target, index) => target === b[index]);
}

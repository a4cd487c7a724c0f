import { plural, t } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { SuppressionImport } from '../../../../src/contract/suppression.ts';
import { count, listed } from '../../format/count.ts';
import { serverSays } from '../../language/server-says.ts';

type Props = { report: SuppressionImport; onAgain: () => void; onClose: () => void };

/** What became of the lines of a list that was imported. */
export function ImportedList({ report, onAgain, onClose }: Props) {
  const { t } = useLingui();
  const { unreadable, problems } = report;
  const more = unreadable - problems.length;
  return (
    <Stack gap="md">
      <Text role="status" fw={600}>
        {inWords(report)}
      </Text>
      {unreadable > 0 && (
        <section aria-label={t`Lines that could not be read`}>
          <Title order={3} mb={4}>
            <Plural
              value={unreadable}
              one="# line to correct; it is not on the list"
              other="# lines to correct; they are not on the list"
            />
          </Title>
          <List
            size="sm"
            spacing={4}
            style={{ maxHeight: '14rem', overflow: 'auto', overflowWrap: 'anywhere' }}
            tabIndex={0}
          >
            {problems.map(({ line, message, said }) => {
              const number = count(line);
              return (
                <List.Item key={`${line} ${message}`}>
                  <Text component="span" fw={600} size="sm">
                    <Trans>Line {number}:</Trans>
                  </Text>{' '}
                  {serverSays(message, said)}
                </List.Item>
              );
            })}
          </List>
          {more > 0 && (
            <Text size="sm" c="dimmed" mt={4}>
              <Plural value={more} one="and # more" other="and # more" />
            </Text>
          )}
        </section>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAgain}>
          <Trans>Import another file</Trans>
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Close</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function inWords({ added, known, unreadable }: SuppressionImport): string {
  if (added + known + unreadable === 0)
    return t`There is no line in this file; nothing was changed.`;
  const parts = [
    ...(added > 0 ? [plural(added, { one: '# put on the list', other: '# put on the list' })] : []),
    ...(known > 0 ? [plural(known, { one: '# on it already', other: '# on it already' })] : []),
    ...(unreadable > 0 ? [plural(unreadable, { one: '# not read', other: '# not read' })] : []),
  ];
  const lines = listed(parts);
  return t`Lines: ${lines}.`;
}

import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { SuppressionImport } from '../../../../src/contract/suppression.ts';
import { count, counted, listed } from '../../format/count.ts';

type Props = { report: SuppressionImport; onAgain: () => void; onClose: () => void };

/** What became of the lines of a list that was imported. */
export function ImportedList({ report, onAgain, onClose }: Props) {
  const { unreadable, problems } = report;
  return (
    <Stack gap="md">
      <Text role="status" fw={600}>
        {inWords(report)}
      </Text>
      {unreadable > 0 && (
        <section aria-label="Lines that could not be read">
          <Title order={3} mb={4}>
            {counted(unreadable, 'line')} to mend; they are not on the list
          </Title>
          <List size="sm" spacing={4} style={{ maxHeight: '14rem', overflow: 'auto' }} tabIndex={0}>
            {problems.map(({ line, message }) => (
              <List.Item key={`${line} ${message}`}>
                <Text component="span" fw={600} size="sm">
                  Line {count(line)}:
                </Text>{' '}
                {message}
              </List.Item>
            ))}
          </List>
          {unreadable > problems.length && (
            <Text size="sm" c="dimmed" mt={4}>
              and {count(unreadable - problems.length)} more
            </Text>
          )}
        </section>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAgain}>
          Import another file
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Stack>
  );
}

function inWords({ added, known, unreadable }: SuppressionImport): string {
  if (added + known + unreadable === 0)
    return 'There is no line in this file; nothing was changed.';
  const parts = [
    ...(added > 0 ? [`${count(added)} put on the list`] : []),
    ...(known > 0 ? [`${count(known)} on it already`] : []),
    ...(unreadable > 0 ? [`${count(unreadable)} not read`] : []),
  ];
  return `Lines: ${listed(parts)}.`;
}

import { List, Stack, Text, Title } from '@mantine/core';
import type { ImportReport } from '../../../../src/contract/calendar.ts';
import { count, counted } from '../../format/count.ts';

/** What an import brought, and each event that could not be read, with its line. */
export function ImportSummary({ report }: { report: ImportReport }) {
  const { added, changed, unchanged, people, problems, problemCount, firstDay } = report;
  return (
    <Stack gap="sm">
      <Text>
        Into “{report.calendar.name}”: {counted(added, 'appointment')} added, {count(changed)}{' '}
        changed, {count(unchanged)} as they were. {counted(people, 'person', 'people')} found.
      </Text>
      {firstDay === null && added + changed + unchanged > 0 && (
        <Text>All of them are in the past: choose “From … to …” to see them.</Text>
      )}
      {problemCount > 0 && (
        <section aria-label="Events with a problem">
          <Title order={3} mb={4}>
            {counted(problemCount, 'event')} with a problem; all others came in
          </Title>
          <List size="sm" spacing={4}>
            {problems.map((problem) => (
              <List.Item key={`${problem.line} ${problem.message}`}>
                <Text component="span" fw={600}>
                  Line {count(problem.line)}
                  {problem.title && `, “${problem.title}”`}:
                </Text>{' '}
                {problem.message}
              </List.Item>
            ))}
          </List>
          {problemCount > problems.length && (
            <Text c="dimmed" mt={4}>
              and {count(problemCount - problems.length)} more
            </Text>
          )}
        </section>
      )}
    </Stack>
  );
}

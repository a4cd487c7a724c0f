import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { List, Stack, Text, Title } from '@mantine/core';
import type { ImportReport } from '../../../../src/contract/calendar.ts';
import { count } from '../../format/count.ts';
import { serverSays } from '../../language/server-says.ts';

/** What an import brought, and each event that could not be read, with its line. */
export function ImportSummary({ report }: { report: ImportReport }) {
  const { t } = useLingui();
  const { added, changed, unchanged, people, problems, problemCount, firstDay } = report;
  const { name } = report.calendar;
  const more = problemCount - problems.length;
  return (
    <Stack gap="sm">
      <Text>
        {t`Into “${name}”: ${plural(added, {
          one: '# appointment added',
          other: '# appointments added',
        })}, ${plural(changed, { one: '# changed', other: '# changed' })}, ${plural(unchanged, {
          one: '# as they were',
          other: '# as they were',
        })}.`}{' '}
        <Plural value={people} one="# person found." other="# people found." />
      </Text>
      {firstDay === null && added + changed + unchanged > 0 && (
        <Text>
          <Trans>All of them are in the past: choose “From … to …” to see them.</Trans>
        </Text>
      )}
      {problemCount > 0 && (
        <section aria-label={t`Events with a problem`}>
          <Title order={3} mb={4}>
            <Plural
              value={problemCount}
              one="# event with a problem; all others came in"
              other="# events with a problem; all others came in"
            />
          </Title>
          <List size="sm" spacing={4}>
            {problems.map((problem) => (
              <List.Item key={`${problem.line} ${problem.message}`}>
                <Text component="span" fw={600}>
                  {t(placeOf(problem))}
                </Text>{' '}
                {serverSays(problem.message, problem.said)}
              </List.Item>
            ))}
          </List>
          {more > 0 && (
            <Text c="dimmed" mt={4}>
              <Plural value={more} one="and # more" other="and # more" />
            </Text>
          )}
        </section>
      )}
    </Stack>
  );
}

function placeOf({ line, title }: ImportReport['problems'][number]): MessageDescriptor {
  const number = count(line);
  return title ? msg`Line ${number}, “${title}”:` : msg`Line ${number}:`;
}

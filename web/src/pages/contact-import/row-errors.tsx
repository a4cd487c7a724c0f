import { t } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor, List, Text, Title } from '@mantine/core';
import type { ContactImport } from '../../../../src/contract/contact-import.ts';
import { count } from '../../format/count.ts';
import { serverSays } from '../../language/server-says.ts';

/** What is wrong with rows, each with its line, and all of them as a file to be mended. */
export function RowErrors({ found }: { found: ContactImport }) {
  const { t } = useLingui();
  const { id, errors, errorCount } = found;
  const more = errorCount - errors.length;
  if (errorCount === 0) return null;
  return (
    <section aria-label={t`Refused rows`}>
      <Title order={3} mb={4}>
        <Plural
          value={errorCount}
          one="# thing to correct; all other rows can come in"
          other="# things to correct; all other rows can come in"
        />
      </Title>
      <List
        size="sm"
        spacing={4}
        style={{ maxHeight: '12rem', overflow: 'auto', overflowWrap: 'anywhere' }}
        tabIndex={0}
      >
        {errors.map(({ line, column, value, message, said }) => (
          <List.Item key={`${line} ${column} ${message}`}>
            <Text component="span" fw={600} size="sm">
              {placeOf(line, column)}
            </Text>{' '}
            {withValue(value, serverSays(message, said))}
          </List.Item>
        ))}
      </List>
      {more > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          <Plural value={more} one="and # more" other="and # more" />
        </Text>
      )}
      <Anchor href={`/api/contact-imports/${id}/errors.csv`} download size="sm">
        <Trans>Download the refused rows</Trans>
      </Anchor>
    </section>
  );
}

function withValue(value: string, message: string): string {
  if (value === '' || message.includes(value)) return message;
  return t({
    message: `“${value}” ${message}`,
    comment: 'What stands there, and what is wrong with it',
  });
}

function placeOf(line: number, column: string): string {
  const number = count(line);
  return column ? t`Line ${number}, ${column}:` : t`Line ${number}:`;
}

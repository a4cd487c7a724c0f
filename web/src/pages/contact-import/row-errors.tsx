import { Anchor, List, Text, Title } from '@mantine/core';
import type { ContactImport } from '../../../../src/contract/contact-import.ts';
import { count, counted } from '../../format/count.ts';

/** What is wrong with rows, each with its line, and all of them as a file to be mended. */
export function RowErrors({ found }: { found: ContactImport }) {
  const { id, errors, errorCount } = found;
  if (errorCount === 0) return null;
  return (
    <section aria-label="Refused rows">
      <Title order={3} mb={4}>
        {counted(errorCount, 'thing')} to mend; all other rows can come in
      </Title>
      <List size="sm" spacing={4} style={{ maxHeight: '12rem', overflow: 'auto' }} tabIndex={0}>
        {errors.map(({ line, column, value, message }) => (
          <List.Item key={`${line} ${column} ${message}`}>
            <Text component="span" fw={600} size="sm">
              Line {count(line)}
              {column && `, ${column}`}:
            </Text>{' '}
            {value !== '' && !message.includes(value) && `“${value}” `}
            {message}
          </List.Item>
        ))}
      </List>
      {errorCount > errors.length && (
        <Text size="sm" c="dimmed" mt={4}>
          and {count(errorCount - errors.length)} more
        </Text>
      )}
      <Anchor href={`/api/contact-imports/${id}/errors.csv`} download size="sm">
        Download the refused rows
      </Anchor>
    </section>
  );
}

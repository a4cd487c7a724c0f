import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Paper, TextInput } from '@mantine/core';

/** A large send asks for its number, so that nobody tells everyone by mistake. */
export function CountField({
  people,
  typed,
  onChange,
}: {
  people: number;
  typed: string;
  onChange: (typed: string) => void;
}) {
  const { t } = useLingui();
  return (
    <Paper withBorder p="md">
      <TextInput
        label={t`This goes to ${plural(people, { one: '# person', other: '# people' })}`}
        description={t`To send it, type how many`}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Paper>
  );
}

/** Whether the number was typed, with or without a separator of thousands. */
export function isCount(typed: string, people: number): boolean {
  return typed.replace(/[\s.,’'\u00a0\u202f]/g, '') === String(people);
}

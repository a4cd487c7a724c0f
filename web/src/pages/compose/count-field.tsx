import { Paper, TextInput } from '@mantine/core';
import { counted } from '../../format/count.ts';

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
  return (
    <Paper withBorder p="md">
      <TextInput
        label={`This goes to ${counted(people, 'person', 'people')}`}
        description="To send it, type how many"
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

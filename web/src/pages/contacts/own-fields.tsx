import { Button, CloseButton, Group, Stack, TextInput } from '@mantine/core';
import { type FieldDraft, newField } from './contact-draft.ts';

type Props = { fields: readonly FieldDraft[]; onChange: (fields: FieldDraft[]) => void };

/** Whatever else an account keeps of a contact, by names of its own. */
export function OwnFields({ fields, onChange }: Props) {
  const set = (key: string, part: Partial<FieldDraft>) =>
    onChange(fields.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Stack gap="xs">
      {fields.map((one) => (
        <Group key={one.key} gap="xs" wrap="nowrap">
          <TextInput
            flex={2}
            aria-label="Name of the field"
            placeholder="insurance"
            value={one.name}
            maxLength={100}
            onChange={(event) => set(one.key, { name: event.currentTarget.value })}
          />
          <TextInput
            flex={3}
            aria-label={`Text of ${one.name || 'the field'}`}
            value={one.text}
            maxLength={2_000}
            onChange={(event) => set(one.key, { text: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={`Remove ${one.name || 'this field'}`}
            onClick={() => onChange(fields.filter(({ key }) => key !== one.key))}
          />
        </Group>
      ))}
      <Group>
        <Button size="xs" variant="default" onClick={() => onChange([...fields, newField()])}>
          Add a field of your own
        </Button>
      </Group>
    </Stack>
  );
}

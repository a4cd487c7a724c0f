import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Group, Stack, TextInput } from '@mantine/core';
import { type FieldDraft, newField } from './contact-draft.ts';

type Props = { fields: readonly FieldDraft[]; onChange: (fields: FieldDraft[]) => void };

/** Whatever else an account keeps of a contact, by names of its own. */
export function OwnFields({ fields, onChange }: Props) {
  const { t } = useLingui();
  const set = (key: string, part: Partial<FieldDraft>) =>
    onChange(fields.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Stack gap="xs">
      {fields.map((one) => {
        const { name } = one;
        return (
          <Group key={one.key} gap="xs" wrap="nowrap">
            <TextInput
              flex={2}
              aria-label={t`Name of the field`}
              placeholder={t({
                message: 'insurance',
                comment: 'An example of what a field of one’s own may be called',
              })}
              value={name}
              maxLength={100}
              onChange={(event) => set(one.key, { name: event.currentTarget.value })}
            />
            <TextInput
              flex={3}
              aria-label={name ? t`Text of ${name}` : t`Text of the field`}
              value={one.text}
              maxLength={2_000}
              onChange={(event) => set(one.key, { text: event.currentTarget.value })}
            />
            <CloseButton
              aria-label={name ? t`Remove ${name}` : t`Remove this field`}
              onClick={() => onChange(fields.filter(({ key }) => key !== one.key))}
            />
          </Group>
        );
      })}
      <Group>
        <Button size="xs" variant="default" onClick={() => onChange([...fields, newField()])}>
          <Trans>Add a field of your own</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

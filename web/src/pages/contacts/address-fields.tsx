import { Button, CloseButton, Group, Stack, TextInput } from '@mantine/core';
import { type AddressDraft, type ContactDraft, filled, newAddress } from './contact-draft.ts';

type Props = {
  draft: ContactDraft;
  errors: ReadonlyMap<string, string>;
  onChange: (addresses: AddressDraft[]) => void;
};

const words = {
  phone: { field: 'Phone', label: 'mobile, work, mother', type: 'tel' },
  email: { field: 'Email', label: 'home, work', type: 'email' },
} as const;

/** The numbers and mailboxes of a contact; the first of a kind is used first. */
export function AddressFields({ draft, errors, onChange }: Props) {
  const { addresses } = draft;
  const sent = filled(draft);
  const set = (key: string, part: Partial<AddressDraft>) =>
    onChange(addresses.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Stack gap="xs">
      {addresses.map((one) => (
        <Group key={one.key} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            flex={3}
            aria-label={words[one.kind].field}
            placeholder={words[one.kind].field}
            type={words[one.kind].type}
            value={one.address}
            error={errors.get(`addresses.${sent.indexOf(one)}.address`)}
            onChange={(event) => set(one.key, { address: event.currentTarget.value })}
          />
          <TextInput
            flex={2}
            aria-label={`Label of the ${words[one.kind].field.toLowerCase()}`}
            placeholder={words[one.kind].label}
            value={one.label}
            maxLength={50}
            onChange={(event) => set(one.key, { label: event.currentTarget.value })}
          />
          <CloseButton
            mt={4}
            aria-label={`Remove ${one.address || `this ${words[one.kind].field.toLowerCase()}`}`}
            onClick={() => onChange(addresses.filter(({ key }) => key !== one.key))}
          />
        </Group>
      ))}
      <Group gap="xs">
        {(['phone', 'email'] as const).map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            onClick={() => onChange([...addresses, newAddress(kind)])}
          >
            {kind === 'phone' ? 'Add a number' : 'Add an address'}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

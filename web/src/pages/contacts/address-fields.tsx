import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Group, Stack, TextInput } from '@mantine/core';
import { type AddressDraft, type ContactDraft, filled, newAddress } from './contact-draft.ts';

type Props = {
  draft: ContactDraft;
  errors: ReadonlyMap<string, string>;
  onChange: (addresses: AddressDraft[]) => void;
};

const words = {
  phone: {
    type: 'tel',
    field: msg({ message: 'Phone', context: 'field: a number' }),
    label: msg`Label of the phone`,
    labels: msg({ message: 'mobile, work', comment: 'Examples of labels of a phone' }),
    remove: msg`Remove this phone`,
    add: msg`Add a number`,
  },
  email: {
    type: 'email',
    field: msg({ message: 'Email', context: 'field: an address' }),
    label: msg`Label of the email`,
    labels: msg({ message: 'home, work', comment: 'Examples of labels of an email address' }),
    remove: msg`Remove this email`,
    add: msg`Add an address`,
  },
} as const;

/** The numbers and mailboxes of a contact; the first of a kind is used first. */
export function AddressFields({ draft, errors, onChange }: Props) {
  const { t } = useLingui();
  const { addresses } = draft;
  const sent = filled(draft);
  const set = (key: string, part: Partial<AddressDraft>) =>
    onChange(addresses.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Stack gap="xs">
      {addresses.map((one) => {
        const { address } = one;
        const { type, field, label, labels, remove } = words[one.kind];
        return (
          <Group key={one.key} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              flex={3}
              aria-label={t(field)}
              placeholder={t(field)}
              type={type}
              value={address}
              error={errors.get(`addresses.${sent.indexOf(one)}.address`)}
              onChange={(event) => set(one.key, { address: event.currentTarget.value })}
            />
            <TextInput
              flex={2}
              aria-label={t(label)}
              placeholder={t(labels)}
              value={one.label}
              maxLength={50}
              onChange={(event) => set(one.key, { label: event.currentTarget.value })}
            />
            <CloseButton
              mt={4}
              aria-label={address ? t`Remove ${address}` : t(remove)}
              onClick={() => onChange(addresses.filter(({ key }) => key !== one.key))}
            />
          </Group>
        );
      })}
      <Group gap="xs">
        {(['phone', 'email'] as const).map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            onClick={() => onChange([...addresses, newAddress(kind)])}
          >
            {t(words[kind].add)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { IconAddressBook, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { ContactPicker } from './contact-picker.tsx';
import { groupOfDraft } from './group-of-draft.ts';
import { SaveGroup } from './save-group.tsx';
import type { Compose } from './use-compose.ts';

/** The way from To to the address book, and back: who is in To is saved as a group. */
export function FromContacts({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change } = compose;
  const [doing, setDoing] = useState<'choose' | 'save' | null>(null);
  const [name, setName] = useState('');
  const done = () => setDoing(null);
  if (doing === 'choose') {
    return (
      <ContactPicker
        chosen={draft.contacts}
        onChange={(contacts) => change({ contacts })}
        onDone={done}
      />
    );
  }
  if (doing === 'save') {
    return (
      <SaveGroup
        compose={compose}
        onCancel={done}
        onSaved={(saved) => {
          setName(saved);
          done();
        }}
      />
    );
  }
  return (
    <Group gap="xs">
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconAddressBook size={16} aria-hidden />}
        onClick={() => setDoing('choose')}
      >
        <Trans>Choose contacts</Trans>
      </Button>
      {groupOfDraft(draft) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUsersGroup size={16} aria-hidden />}
          onClick={() => {
            setName('');
            setDoing('save');
          }}
        >
          <Trans>Save as group</Trans>
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {name && t`Saved as “${name}”.`}
      </Text>
    </Group>
  );
}

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { useState } from 'react';
import { ContactPicker } from './contact-picker.tsx';
import type { Compose } from './use-compose.ts';

/** The way from To to the address book. */
export function FromContacts({ compose }: { compose: Compose }) {
  const { draft, change } = compose;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <ContactPicker
        chosen={draft.contacts}
        onChange={(contacts) => change({ contacts })}
        onDone={() => setOpen(false)}
      />
    );
  }
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconAddressBook size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <Trans>Choose contacts</Trans>
      </Button>
    </div>
  );
}

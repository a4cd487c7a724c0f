import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useMayAct } from '../../api/session.ts';
import { EmptyState } from '../../components/empty-state.tsx';

type Props = {
  /** There may be others than those looked for. */
  narrowed: boolean;
  onAdd: () => void;
  onImport: () => void;
};

/** Nobody is in the address book, or nobody like that: what would be here, and how it comes here. */
export function NoContacts({ narrowed, onAdd, onImport }: Props) {
  const { t } = useLingui();
  const mayAct = useMayAct();
  if (narrowed) {
    return (
      <EmptyState title={t`Nobody like that`}>{t`Try another name, number or tag.`}</EmptyState>
    );
  }
  return (
    <EmptyState title={t`No contacts yet`}>
      <Text c="dimmed">
        <Trans>
          People you add here are recognised on appointments and fill in what the calendar lacks:
          another number, an address, a language.
        </Trans>
      </Text>
      {mayAct && (
        <Group gap="sm" mt="xs" justify="center">
          <Button variant="default" onClick={onImport}>
            <Trans context="verb, button">Import</Trans>
          </Button>
          <Button variant="default" onClick={onAdd}>
            <Trans>Add contact</Trans>
          </Button>
        </Group>
      )}
    </EmptyState>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ContactGroup } from '../../../../src/contract/contact-group.ts';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { useOpenCompose } from '../compose/use-open-compose.ts';
import { DeleteGroup } from './delete-group.tsx';
import { GroupMembers } from './group-members.tsx';
import { RenameGroup } from './rename-group.tsx';

type Props = { group: ContactGroup; mayAct: boolean; onLeave: () => void };

/** A saved group, and what can be done with it. */
export function GroupRow({ group: { id, name }, mayAct, onLeave }: Props) {
  const { t } = useLingui();
  const openCompose = useOpenCompose();
  const [isOpen, setOpen] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  const rename = useFocusBack(isRenaming);
  if (isRenaming) return <RenameGroup id={id} name={name} onDone={() => setRenaming(false)} />;
  return (
    <>
      <Group gap="xs" justify="space-between">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          <bdi>{name}</bdi>
        </Text>
        <Group gap={0} ms="auto" justify="flex-end">
          <Button
            size="compact-sm"
            px={6}
            variant="subtle"
            aria-expanded={isOpen}
            aria-label={t`Members of ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            <Trans>Members</Trans>
          </Button>
          {mayAct && (
            <>
              <Button
                ref={rename}
                size="compact-sm"
                px={6}
                variant="subtle"
                aria-label={t`Rename ${name}`}
                onClick={() => setRenaming(true)}
              >
                <Trans>Rename</Trans>
              </Button>
              <DeleteGroup id={id} name={name} />
              <Button
                size="compact-sm"
                px={6}
                variant="default"
                aria-label={t`Write to ${name}`}
                onClick={() => {
                  onLeave();
                  openCompose({ group: { id, name } });
                }}
              >
                <Trans>Write</Trans>
              </Button>
            </>
          )}
        </Group>
      </Group>
      {isOpen && <GroupMembers id={id} />}
    </>
  );
}

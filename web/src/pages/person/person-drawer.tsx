import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { Participant } from '../../../../src/contract/appointment.ts';
import { useMayAct } from '../../api/session.ts';
import { SideSheet } from '../../components/side-sheet.tsx';
import { useOpenCompose } from '../compose/use-open-compose.ts';
import { AnswerChoice } from './answer-choice.tsx';
import { Communications } from './communications.tsx';
import { ContactMatch } from './contact-match.tsx';

/** One person: how to reach them, and everything that went or will go to them. */
export function PersonDrawer({ person, onClose }: { person: Participant; onClose: () => void }) {
  const { t } = useLingui();
  const openCompose = useOpenCompose();
  const mayAct = useMayAct();
  // An element: what stands in a string is read as markup by <Trans>.
  const wrong = <bdi>{person.invalidAddress}</bdi>;
  const reachable = person.phone !== null || person.email !== null;
  const write = () => {
    onClose();
    openCompose({
      people: [
        {
          name: person.name,
          ...(person.phone && { phone: person.phone }),
          ...(person.email && { email: person.email }),
        },
      ],
    });
  };
  return (
    <SideSheet
      onClose={onClose}
      size="26rem"
      title={<bdi>{person.name || person.phone || person.email || t`Somebody without a name`}</bdi>}
    >
      <Stack gap="md">
        <Stack gap={2}>
          {person.phone && <Text>{person.phone}</Text>}
          {person.email && <Text>{person.email}</Text>}
          {person.invalidAddress && (
            <Text c="var(--tone-amber)">
              <Trans>
                “{wrong}” is not a usable number or address. Correct it on the calendar and import
                again.
              </Trans>
            </Text>
          )}
          {!reachable && !person.invalidAddress && (
            <Text c="dimmed">
              <Trans>No number or address on the calendar.</Trans>
            </Text>
          )}
        </Stack>
        <AnswerChoice person={person} />
        <ContactMatch participantId={person.id} />
        {reachable && mayAct && (
          <Group>
            <Button variant="default" onClick={write}>
              <Trans>Message this person</Trans>
            </Button>
          </Group>
        )}
        <Communications participantId={person.id} />
      </Stack>
    </SideSheet>
  );
}

import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import type { Compose } from './use-compose.ts';

/** Says that an unfinished message to others goes to the ticked as well, before it does. */
export function MixedNotice({ compose: { draft, change } }: { compose: Compose }) {
  const { ticked, contacts, recipients, people, isMixed } = draft;
  const hasOthers = contacts !== null || recipients !== null || people.length > 0;
  if (!isMixed || ticked === null || !hasOthers) return null;
  const onlyTicked = { contacts: null, recipients: null, people: [], isMixed: false };
  return (
    <Alert color="yellow" role="status">
      <Text size="sm">
        <Trans>
          You had begun a message to others, who are in To as well. Is it for all of them?
        </Trans>
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => change(onlyTicked)}>
          <Trans>Only for the ticked</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => change({ isMixed: false })}>
          <Trans>For all of them</Trans>
        </Button>
      </Group>
    </Alert>
  );
}

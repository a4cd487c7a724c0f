import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { hasPeople, nobody } from './draft.ts';
import type { Compose } from './use-compose.ts';

/** Says that an unfinished message to others goes to the ticked as well, before it does. */
export function MixedNotice({ compose: { draft, change } }: { compose: Compose }) {
  const { ticked, isMixed } = draft;
  if (!isMixed || ticked === null || !hasPeople({ ...draft, ticked: null })) return null;
  const onlyTicked = { ...nobody, ticked, isMixed: false };
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

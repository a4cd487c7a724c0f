import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { TextLink } from '../../components/text-link.tsx';

/** That a message was edited while it waited, with a link to what goes in its place. */
export function ReplacedNote({ broadcast: { replacedBy } }: { broadcast: Broadcast }) {
  if (replacedBy === null) return null;
  return (
    <Text size="sm">
      <Trans>
        It was edited before it began:{' '}
        <TextLink underline="always" to="/outbox/$broadcastId" params={{ broadcastId: replacedBy }}>
          the message in its place
        </TextLink>
      </Trans>
    </Text>
  );
}

import { Text } from '@mantine/core';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { TextLink } from '../../components/text-link.tsx';

/** Which message this one follows, and to whom of its recipients it goes. */
export function FollowsNote({ broadcast: { follows } }: { broadcast: Broadcast }) {
  if (!follows) return null;
  const { id, title, purpose } = follows;
  return (
    <Text size="sm">
      {purpose === 'resend' ? 'To those not reached by ' : 'A correction to those who got '}
      <TextLink underline="always" to="/outbox/$broadcastId" params={{ broadcastId: id }}>
        “{title}”
      </TextLink>
    </Text>
  );
}

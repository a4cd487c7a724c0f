import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { TextLink } from '../../components/text-link.tsx';

/** Which message this one follows, and to whom of its recipients it goes. */
export function FollowsNote({ broadcast: { follows } }: { broadcast: Broadcast }) {
  if (!follows) return null;
  const { id, title, purpose } = follows;
  const link = {
    underline: 'always',
    to: '/outbox/$broadcastId',
    params: { broadcastId: id },
  } as const;
  return (
    <Text size="sm">
      {purpose === 'resend' ? (
        <Trans>
          To those not reached by <TextLink {...link}>“{title}”</TextLink>
        </Trans>
      ) : (
        <Trans>
          A correction to those who got <TextLink {...link}>“{title}”</TextLink>
        </Trans>
      )}
    </Text>
  );
}

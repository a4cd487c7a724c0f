import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { timeIn } from '../../format/time.ts';
import { type Draft, isBegun } from './draft.ts';
import type { Compose } from './use-compose.ts';

/** Says that the draft is kept; throws it away, and brings it back if that was a slip. */
export function DraftState({ compose }: { compose: Compose }) {
  const { draft, change, discard } = compose;
  const { timeZone } = useSession().account;
  const [thrownAway, setThrownAway] = useState<Draft | null>(null);
  if (isBegun(draft)) {
    const throwAway = () => {
      setThrownAway(draft);
      discard();
    };
    const savedAt = draft.savedAt && timeIn(timeZone, new Date(draft.savedAt).toISOString());
    return (
      <Group gap={4} wrap="nowrap" mr="auto" miw={0}>
        {savedAt && (
          <Text size="sm" c="dimmed" truncate>
            <Trans>Draft saved {savedAt}</Trans>
          </Text>
        )}
        <Button variant="subtle" color="gray" size="xs" flex="none" onClick={throwAway}>
          <Trans context="button: a draft">Discard</Trans>
        </Button>
      </Group>
    );
  }
  if (thrownAway === null) return null;
  return (
    <Group gap={4} wrap="nowrap" mr="auto" miw={0}>
      <Text size="sm" c="dimmed" truncate>
        <Trans>Draft thrown away</Trans>
      </Text>
      <Button variant="subtle" size="xs" flex="none" onClick={() => change(thrownAway)}>
        <Trans comment="A draft that was thrown away">Bring it back</Trans>
      </Button>
    </Group>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { timeIn } from '../../format/time.ts';
import { type Draft, isBlank } from './draft.ts';
import type { Compose } from './use-compose.ts';

/** Says that the draft is kept; throws it away, and brings it back if that was a slip. */
export function DraftState({ compose }: { compose: Compose }) {
  const { draft, change, discard } = compose;
  const { timeZone } = useSession().account;
  const [thrownAway, setThrownAway] = useState<Draft | null>(null);
  if (!isBlank(draft)) {
    const throwAway = () => {
      setThrownAway(draft);
      discard();
    };
    const saved = draft.savedAt && new Date(draft.savedAt).toISOString();
    return (
      <Group gap={4} wrap="nowrap" mr="auto" miw={0}>
        {saved && (
          <Text size="sm" c="dimmed" truncate>
            Draft saved {timeIn(timeZone, saved)}
          </Text>
        )}
        <Button variant="subtle" color="gray" size="xs" flex="none" onClick={throwAway}>
          Discard
        </Button>
      </Group>
    );
  }
  if (thrownAway === null) return null;
  return (
    <Group gap={4} wrap="nowrap" mr="auto" miw={0}>
      <Text size="sm" c="dimmed" truncate>
        Draft thrown away
      </Text>
      <Button variant="subtle" size="xs" flex="none" onClick={() => change(thrownAway)}>
        Bring it back
      </Button>
    </Group>
  );
}

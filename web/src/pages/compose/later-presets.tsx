import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import type { Later } from './draft.ts';
import { inAnHour, tomorrowMorning } from './later.ts';

/** Times that are often meant, by the clock of the zone that is chosen. */
export function LaterPresets({
  zone,
  onChoose,
}: {
  zone: string;
  onChoose: (later: Later) => void;
}) {
  const { timeZone } = useSession().account;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onChoose(inAnHour(zone, timeZone, now()))}
      >
        <Trans>In an hour</Trans>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onChoose(tomorrowMorning(zone, timeZone, now()))}
      >
        <Trans comment="button: a time of sending">Tomorrow 9:00</Trans>
      </Button>
    </Group>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import { tomorrowMorning } from './later.ts';
import { LaterFields } from './later-fields.tsx';
import { LaterPresets } from './later-presets.tsx';
import { timeError } from './time-errors.ts';
import type { Compose } from './use-compose.ts';

/** Now, or by a wall clock whose zone is always in view. */
export function WhenField({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  const { timeZone } = useSession().account;
  const { later } = draft;
  const error = timeError(errors);
  const labelId = useId();
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text size="sm" fw={500} id={labelId}>
          <Trans context="a message goes out">When</Trans>
        </Text>
        <SegmentedControl
          aria-labelledby={labelId}
          value={later ? 'later' : 'now'}
          data={[
            { value: 'now', label: t({ message: 'Now', context: 'a message goes out' }) },
            { value: 'later', label: t({ message: 'Later', context: 'a message goes out' }) },
          ]}
          onChange={(value) =>
            change({ later: value === 'later' ? tomorrowMorning(timeZone, timeZone, now()) : null })
          }
        />
      </Group>
      {later && (
        <LaterFields
          later={later}
          isWrong={error !== undefined}
          onChange={(changed) => change({ later: changed })}
        />
      )}
      {later && <LaterPresets zone={later.zone} onChoose={(chosen) => change({ later: chosen })} />}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}

import { useLingui } from '@lingui/react/macro';
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
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
  return (
    <Stack gap="xs">
      <Group>
        <SegmentedControl
          aria-label={t({ message: 'When', context: 'a message goes out' })}
          value={later ? 'later' : 'now'}
          data={[
            { value: 'now', label: t`Send now` },
            { value: 'later', label: t`Send later` },
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

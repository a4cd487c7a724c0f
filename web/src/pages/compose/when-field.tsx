import { useLingui } from '@lingui/react/macro';
import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import { TimeZoneSelect } from '../../components/time-zone-select.tsx';
import { addDays, dayIn } from '../../format/day.ts';
import type { Later } from './draft.ts';
import { timeError } from './time-errors.ts';
import type { Compose } from './use-compose.ts';

/** Now, or by a wall clock whose zone is always in view. */
export function WhenField({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  const { timeZone } = useSession().account;
  const { later } = draft;
  const error = timeError(errors);
  const set = (part: Partial<Later>) => later && change({ later: { ...later, ...part } });
  const tomorrowMorning = (): Later => ({
    date: addDays(dayIn(timeZone, now()), 1),
    time: '09:00',
    zone: timeZone,
  });
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
          onChange={(value) => change({ later: value === 'later' ? tomorrowMorning() : null })}
        />
      </Group>
      {later && (
        <Group gap="sm" align="flex-start">
          <TextInput
            type="date"
            label={t({ message: 'Day', context: 'field: a date' })}
            value={later.date}
            error={error !== undefined}
            onChange={(event) => set({ date: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t({ message: 'Time', context: 'field: of day' })}
            value={later.time}
            error={error !== undefined}
            onChange={(event) => set({ time: event.currentTarget.value })}
          />
          <TimeZoneSelect
            value={later.zone}
            first={{
              value: 'recipient',
              label: t({ message: 'Each recipient’s own', context: 'time zone' }),
            }}
            onChange={(zone) => zone !== null && set({ zone: String(zone) })}
            flex="1 1 12rem"
          />
        </Group>
      )}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}

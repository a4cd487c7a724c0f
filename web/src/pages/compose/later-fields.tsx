import { useLingui } from '@lingui/react/macro';
import { Group, TextInput } from '@mantine/core';
import { TimeZoneSelect } from '../../components/time-zone-select.tsx';
import type { Later } from './draft.ts';

type Props = { later: Later; isWrong: boolean; onChange: (later: Later) => void };

/** A wall clock whose zone is always in view. */
export function LaterFields({ later, isWrong, onChange }: Props) {
  const { t } = useLingui();
  const set = (part: Partial<Later>) => onChange({ ...later, ...part });
  return (
    <Group gap="sm" align="flex-start">
      <TextInput
        type="date"
        label={t({ message: 'Day', context: 'field: a date' })}
        value={later.date}
        error={isWrong}
        onChange={(event) => set({ date: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t({ message: 'Time', context: 'field: of day' })}
        value={later.time}
        error={isWrong}
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
  );
}

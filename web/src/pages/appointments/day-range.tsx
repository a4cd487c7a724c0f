import { useLingui } from '@lingui/react/macro';
import { Group, TextInput } from '@mantine/core';

type Days = { from: string; to: string };

/** Two days, both included. One left empty means that there is no end that way. */
export function DayRange({ from, to, onChange }: Days & { onChange: (days: Days) => void }) {
  const { t } = useLingui();
  const error = from !== '' && to !== '' && from > to;
  return (
    <Group gap={6} wrap="nowrap">
      <TextInput
        type="date"
        aria-label={t`From day`}
        value={from}
        onChange={(event) => onChange({ from: event.currentTarget.value, to })}
      />
      <span aria-hidden>–</span>
      <TextInput
        type="date"
        aria-label={t`To day`}
        value={to}
        error={error && t`Before the first day`}
        onChange={(event) => onChange({ from, to: event.currentTarget.value })}
      />
    </Group>
  );
}

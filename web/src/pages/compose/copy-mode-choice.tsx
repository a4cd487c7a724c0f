import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import type { Compose } from './use-compose.ts';

/** One for each person or for each appointment: asked where the words speak of the appointment. */
export function CopyModeChoice({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, plan } = compose;
  if (!plan.data || (!plan.data.speaksOfAppointment && draft.copyMode === null)) return null;
  if (plan.data.appointments === 0) return null;
  return (
    <Radio.Group
      label={t`Someone with several appointments gets`}
      value={plan.data.copyMode}
      onChange={(value) => change({ copyMode: value === 'person' ? 'person' : 'appointment' })}
    >
      <Stack gap={6} mt={4}>
        <Radio value="appointment" label={t`A message for each appointment`} />
        <Radio value="person" label={t`One message, which speaks of the first appointment`} />
      </Stack>
    </Radio.Group>
  );
}

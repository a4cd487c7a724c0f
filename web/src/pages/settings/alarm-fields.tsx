import { useLingui } from '@lingui/react/macro';
import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { NumberField } from './number-field.tsx';
import type { PolicyFields } from './sending-form.tsx';

/** When a message is paused, or its number asked for, until a person has looked. */
export function AlarmFields({ values: policy, change, errors }: PolicyFields) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NumberField
          label={t`Messages to one address an hour`}
          description={t`More of them pause the message. Empty: never.`}
          min={1}
          value={policy.personHourly}
          error={errors.get('personHourly')}
          onChange={(personHourly) => change({ personHourly })}
        />
        <NumberField
          label={t`People without asking`}
          description={t`Sends to more ask for their number. Empty: never.`}
          min={1}
          value={policy.largeSend}
          error={errors.get('largeSend')}
          onChange={(largeSend) => change({ largeSend })}
        />
      </SimpleGrid>
      <Checkbox
        label={t`Pause when far more goes out than is normal here`}
        checked={policy.rateAlarm}
        onChange={(event) => change({ rateAlarm: event.currentTarget.checked })}
      />
    </Stack>
  );
}

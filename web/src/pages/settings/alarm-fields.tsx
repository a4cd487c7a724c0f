import { useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { separators } from '../../format/separators.ts';
import type { PolicyFields } from './sending-form.tsx';

/** When a message is paused, or its number asked for, until a person has looked. */
export function AlarmFields({ values: policy, change, errors }: PolicyFields) {
  const { t } = useLingui();
  const orNone = (value: number | string) => (value === '' ? null : Number(value));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NumberInput
          label={t`Messages to one address an hour`}
          description={t`More of them pause the message. Empty: never.`}
          min={1}
          clampBehavior="none"
          allowDecimal={false}
          value={policy.personHourly ?? ''}
          error={errors.get('personHourly')}
          onChange={(value) => change({ personHourly: orNone(value) })}
        />
        <NumberInput
          label={t`People without asking`}
          description={t`Sends to more ask for their number. Empty: never.`}
          min={1}
          clampBehavior="none"
          allowDecimal={false}
          {...separators}
          value={policy.largeSend ?? ''}
          error={errors.get('largeSend')}
          onChange={(value) => change({ largeSend: orNone(value) })}
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

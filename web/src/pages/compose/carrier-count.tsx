import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Plan } from '../../../../src/contract/plan.ts';

/** Of how many parts the texts are by the carrier's count, and the longest of them. */
export function CarrierCount({ segments }: { segments: NonNullable<Plan['smsSegments']> }) {
  const { t } = useLingui();
  const { total, largest } = segments;
  return (
    <Text c="dimmed">
      {largest > 1
        ? t`The carrier counts ${plural(total, { one: '# text part', other: '# text parts' })}, up to ${plural(largest, { one: '#', other: '#' })} for one person.`
        : t`The carrier counts ${plural(total, { one: '# text part', other: '# text parts' })}.`}
    </Text>
  );
}

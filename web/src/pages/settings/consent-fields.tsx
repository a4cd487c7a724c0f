import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group } from '@mantine/core';
import { channelOrder } from '../../wording/channels.ts';
import { channelNames } from './channel-names.ts';
import type { PolicyFields } from './sending-form.tsx';

/** On which channels an appointment is not enough to write to somebody. */
export function ConsentFields({ values: policy, change, errors }: PolicyFields) {
  const { t } = useLingui();
  return (
    <Checkbox.Group
      label={t`Only to people who agreed expressly`}
      description={t`Elsewhere an appointment or a typed contact is enough. Others are left out, and the review says so.`}
      value={policy.explicitConsent}
      error={errors.get('explicitConsent')}
      onChange={(chosen) =>
        change({ explicitConsent: channelOrder.filter((channel) => chosen.includes(channel)) })
      }
    >
      <Group mt="xs">
        {channelOrder.map((channel) => (
          <Checkbox key={channel} value={channel} label={t(channelNames[channel])} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

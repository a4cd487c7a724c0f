import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import type { QuietHours } from '../../../../src/contract/sending-policy.ts';
import { channelOrder } from '../../wording/channels.ts';
import { channelNames } from './channel-names.ts';
import type { PolicyFields } from './sending-form.tsx';

const usual: QuietHours = { from: '21:00', until: '08:00', channels: ['sms', 'voice'] };

/** Hours in which nothing goes out, by the recipient's own clock. */
export function QuietHoursFields({ values: policy, change, errors }: PolicyFields) {
  const { t } = useLingui();
  const { quietHours } = policy;
  const set = (part: Partial<QuietHours>) =>
    quietHours && change({ quietHours: { ...quietHours, ...part } });
  const wrong = errors.get('quietHours');
  return (
    <Stack gap="sm">
      <Checkbox
        label={t`Keep quiet hours`}
        description={t`By the recipient’s own clock. A message waits for their end; whoever sends it may decide otherwise.`}
        checked={quietHours !== null}
        onChange={(event) => change({ quietHours: event.currentTarget.checked ? usual : null })}
      />
      {quietHours && (
        <>
          <Group align="flex-start">
            <TextInput
              type="time"
              label={t({ message: 'From', context: 'time of day' })}
              required
              withAsterisk={false}
              value={quietHours.from}
              error={errors.get('quietHours.from') ?? wrong}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t({ message: 'Until', context: 'time of day' })}
              required
              withAsterisk={false}
              value={quietHours.until}
              error={errors.get('quietHours.until')}
              onChange={(event) => set({ until: event.currentTarget.value })}
            />
          </Group>
          <Checkbox.Group
            label={t({ message: 'For', context: 'texts, emails, calls' })}
            value={quietHours.channels}
            error={errors.get('quietHours.channels')}
            onChange={(chosen) =>
              set({ channels: channelOrder.filter((channel) => chosen.includes(channel)) })
            }
          >
            <Group mt="xs">
              {channelOrder.map((channel) => (
                <Checkbox key={channel} value={channel} label={t(channelNames[channel])} />
              ))}
            </Group>
          </Checkbox.Group>
        </>
      )}
    </Stack>
  );
}

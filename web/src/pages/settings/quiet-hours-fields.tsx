import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { QuietHours } from '../../../../src/contract/sending-policy.ts';
import type { PolicyFields } from './sending-form.tsx';

const usual: QuietHours = { from: '21:00', until: '08:00', channels: ['sms', 'voice'] };

const channels: readonly { channel: Channel; label: string }[] = [
  { channel: 'sms', label: 'Texts' },
  { channel: 'email', label: 'Emails' },
  { channel: 'voice', label: 'Calls' },
];

/** Hours in which nothing goes out, by the recipient's own clock. */
export function QuietHoursFields({ values: policy, change, errors }: PolicyFields) {
  const { quietHours } = policy;
  const set = (part: Partial<QuietHours>) =>
    quietHours && change({ quietHours: { ...quietHours, ...part } });
  const wrong = errors.get('quietHours');
  return (
    <Stack gap="sm">
      <Checkbox
        label="Keep quiet hours"
        description="By the recipient’s own clock. A message waits for their end; whoever sends it may decide otherwise."
        checked={quietHours !== null}
        onChange={(event) => change({ quietHours: event.currentTarget.checked ? usual : null })}
      />
      {quietHours && (
        <>
          <Group align="flex-start">
            <TextInput
              type="time"
              label="From"
              required
              withAsterisk={false}
              value={quietHours.from}
              error={errors.get('quietHours.from') ?? wrong}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label="Until"
              required
              withAsterisk={false}
              value={quietHours.until}
              error={errors.get('quietHours.until')}
              onChange={(event) => set({ until: event.currentTarget.value })}
            />
          </Group>
          <Checkbox.Group
            label="For"
            value={quietHours.channels}
            error={errors.get('quietHours.channels')}
            onChange={(chosen) =>
              set({
                channels: channels
                  .map(({ channel }) => channel)
                  .filter((channel) => chosen.includes(channel)),
              })
            }
          >
            <Group mt="xs">
              {channels.map(({ channel, label }) => (
                <Checkbox key={channel} value={channel} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
        </>
      )}
    </Stack>
  );
}

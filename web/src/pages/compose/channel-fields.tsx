import { Checkbox, Group } from '@mantine/core';
import type { Channel } from '../../../../src/contract/channel.ts';
import { channelNoun, channelOrder } from '../../wording/channels.ts';
import { CallOnlySwitch } from './call-only-switch.tsx';
import { EmailFields } from './email-fields.tsx';
import { FallbackChoice } from './fallback-choice.tsx';
import { RedialChoice } from './redial-choice.tsx';
import { TextMeter } from './text-meter.tsx';
import type { Compose } from './use-compose.ts';
import { writtenChannels } from './ways.ts';
import { WordsField } from './words-field.tsx';

/** Which ways it goes, each with words of its own. */
export function ChannelFields({ compose }: { compose: Compose }) {
  const { draft, change, errors } = compose;
  const { channels } = draft;
  const written = writtenChannels(draft);
  const toggle = (channel: Channel, on: boolean) =>
    change({ channels: channelOrder.filter((c) => (c === channel ? on : channels.includes(c))) });
  return (
    <>
      <Checkbox.Group label="Send as" value={[...channels]} readOnly>
        <Group gap="lg" mt={4}>
          {channelOrder.map((channel) => (
            <Checkbox
              key={channel}
              value={channel}
              label={channelNoun[channel]}
              onChange={(event) => toggle(channel, event.currentTarget.checked)}
            />
          ))}
        </Group>
      </Checkbox.Group>
      {written.includes('sms') && (
        <WordsField
          label="Text"
          value={draft.sms}
          onChange={(sms) => change({ sms })}
          error={errors.get('content.sms.text') ?? errors.get('content.sms')}
          maxLength={1_600}
          minRows={3}
          autoFocus={draft.ticked !== null || draft.people.length > 0}
        >
          <TextMeter compose={compose} />
        </WordsField>
      )}
      {written.includes('email') && <EmailFields compose={compose} />}
      {written.includes('voice') && (
        <WordsField
          label="What the call says"
          value={draft.voice}
          onChange={(voice) => change({ voice })}
          error={errors.get('content.voice.text') ?? errors.get('content.voice')}
          maxLength={5_000}
          minRows={3}
          {...(draft.voice === '' && draft.sms !== '' && { copyFrom: draft.sms })}
        />
      )}
      <CallOnlySwitch compose={compose} />
      {written.map((channel) => (
        <FallbackChoice key={channel} compose={compose} from={channel} />
      ))}
      {written.includes('voice') && <RedialChoice compose={compose} />}
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group } from '@mantine/core';
import { attachmentLimits } from '../../../../src/contract/attachment-limits.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import { textLimits } from '../../../../src/contract/text-limits.ts';
import { channelNoun, channelOrder } from '../../wording/channels.ts';
import { Advanced } from './advanced.tsx';
import { CallFields } from './call-fields.tsx';
import { hasPeople } from './draft.ts';
import { EmailFields } from './email-fields.tsx';
import { fileError, wayOfFile } from './file-notes.ts';
import { FilesField } from './files-field.tsx';
import { Templates } from './templates.tsx';
import { TextMeter } from './text-meter.tsx';
import type { Compose } from './use-compose.ts';
import { writtenChannels } from './ways.ts';
import { WordsField } from './words-field.tsx';

/** Which ways it goes, each with words of its own. */
export function ChannelFields({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  const { channels } = draft;
  const written = writtenChannels(draft);
  const toggle = (channel: Channel, on: boolean) =>
    change({ channels: channelOrder.filter((c) => (c === channel ? on : channels.includes(c))) });
  return (
    <>
      <Checkbox.Group
        label={t({ message: 'Send as', comment: 'Followed by: Text, Email, Call.' })}
        value={[...channels]}
        readOnly
      >
        <Group gap="lg" mt={4}>
          {channelOrder.map((channel) => (
            <Checkbox
              key={channel}
              value={channel}
              label={channelNoun(channel)}
              onChange={(event) => toggle(channel, event.currentTarget.checked)}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <Templates compose={compose} />
      {written.includes('sms') && (
        <FilesField
          attachTo={t`Attach file to the text`}
          files={draft.smsFiles}
          onChange={(smsFiles) => change({ smsFiles })}
          most={attachmentLimits.perText}
          error={fileError(errors, 'content.sms.attachments')}
          note={({ id }) => wayOfFile(compose, id)}
        >
          <WordsField
            label={t({ message: 'Text', context: 'field: what a text message says' })}
            value={draft.sms}
            onChange={(sms) => change({ sms })}
            error={errors.get('content.sms.text') ?? errors.get('content.sms')}
            most={textLimits.sms}
            minRows={3}
            autoFocus={hasPeople(draft)}
          >
            <TextMeter compose={compose} />
          </WordsField>
        </FilesField>
      )}
      {written.includes('email') && (
        <FilesField
          attachTo={t`Attach file to the email`}
          files={draft.emailFiles}
          onChange={(emailFiles) => change({ emailFiles })}
          most={attachmentLimits.perEmail}
          error={fileError(errors, 'content.email.attachments')}
        >
          <EmailFields compose={compose} />
        </FilesField>
      )}
      {written.includes('voice') && <CallFields compose={compose} />}
      <Advanced compose={compose} />
    </>
  );
}

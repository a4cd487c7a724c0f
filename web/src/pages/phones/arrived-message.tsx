import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { SandboxMessage } from '../../../../src/contract/sandbox.ts';
import { emailAddress } from '../../api/sandbox.ts';
import { MessageLook } from '../../components/message-look.tsx';
import { shortMoment } from '../../format/time.ts';
import { PlayCall } from './play-call.tsx';
import { PressKeys } from './press-keys.tsx';

/** A message that arrived, with its files; a call can be heard and answered by keys, an email read in both its parts. */
export function ArrivedMessage({ message }: { message: SandboxMessage }) {
  const { id, channel, sender, receivedAt, subject, text, hasHtml, email, files, call } = message;
  const { t } = useLingui();
  const [part, setPart] = useState('html');
  return (
    <div>
      <MessageLook
        channel={channel}
        heading={`${sender} · ${shortMoment(receivedAt)}`}
        subject={subject}
        sender={email ?? undefined}
        text={text}
        html={hasHtml && part === 'html' ? { address: emailAddress(id) } : undefined}
        files={files}
        call={call}
      />
      {hasHtml && (
        <SegmentedControl
          size="xs"
          mt={4}
          aria-label={t`How “${subject}” is shown`}
          value={part}
          onChange={setPart}
          data={[
            { value: 'html', label: t`As a mail` },
            { value: 'text', label: t`Plain text` },
          ]}
        />
      )}
      {channel === 'voice' && text !== '' && (
        <PlayCall text={text} {...(call && { language: call.language })} />
      )}
      <PressKeys message={message} />
    </div>
  );
}

import type { SandboxMessage } from '../../../../src/contract/sandbox.ts';
import { MessageLook } from '../../components/message-look.tsx';
import { shortMoment } from '../../format/time.ts';
import { PlayCall } from './play-call.tsx';
import { PressKeys } from './press-keys.tsx';

/** A message that arrived, with its files; a call can be heard, and answered by keys. */
export function ArrivedMessage({ message }: { message: SandboxMessage }) {
  const { channel, sender, receivedAt, subject, text, files, call } = message;
  return (
    <div>
      <MessageLook
        channel={channel}
        heading={`${sender} · ${shortMoment(receivedAt)}`}
        subject={subject}
        text={text}
        files={files}
        call={call}
      />
      {channel === 'voice' && text !== '' && (
        <PlayCall text={text} {...(call && { language: call.language })} />
      )}
      <PressKeys message={message} />
    </div>
  );
}

import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Content } from '../../../../src/contract/content.ts';
import type { VoiceContent } from '../../../../src/contract/voice-content.ts';
import { attachmentQuery } from '../../api/attachments.ts';
import { MessageLook } from '../../components/message-look.tsx';
import { keysInWords } from '../../wording/pressed-keys.ts';
import { voiceInWords } from '../../wording/voices.ts';
import classes from './broadcast-view.module.css';

/** Everything that a message says, as it was written, fields and all, with its files and sounds. */
export function WrittenTexts({ content }: { content: Content }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.texts} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>What it says</Trans>
      </summary>
      {open && <Written content={content} />}
    </details>
  );
}

function Written({ content: { sms, email, voice } }: { content: Content }) {
  const { t } = useLingui();
  const textFiles = useFiles(sms?.attachments);
  const emailFiles = useFiles(email?.attachments);
  return (
    <div>
      {sms && (
        <MessageLook
          channel="sms"
          heading={t`as written`}
          subject={null}
          text={sms.text}
          files={textFiles}
        />
      )}
      {email && (
        <MessageLook
          channel="email"
          heading={t`as written`}
          subject={email.subject}
          sender={{ fromName: email.fromName ?? null, replyTo: email.replyTo ?? null }}
          text={email.text ?? ''}
          html={email.html}
          files={emailFiles}
        />
      )}
      {voice && (
        <MessageLook
          channel="voice"
          heading={t`as written`}
          subject={null}
          text={voice.text ?? ''}
          call={callOf(voice)}
        />
      )}
    </div>
  );
}

function callOf({ audioId, voicemail, keys = {}, ...spoken }: VoiceContent) {
  const heeded = keysInWords(keys);
  const reads = audioId === undefined || voicemail?.text !== undefined;
  return {
    audioId: audioId ?? null,
    voicemail: voicemail?.text,
    voicemailAudioId: voicemail?.audioId,
    notes: [
      ...(reads ? [voiceInWords(spoken)] : []),
      ...(heeded === '' ? [] : [t`Heeds keys: ${heeded}.`]),
    ],
  };
}

/** The files of these ids, as far as they are here by now. */
function useFiles(ids: readonly string[] = []) {
  const files = useQueries({ queries: ids.map(attachmentQuery) });
  return files.flatMap(({ data }) => data ?? []);
}

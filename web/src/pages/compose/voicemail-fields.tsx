import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { textLimits } from '../../../../src/contract/text-limits.ts';
import type { DraftCall } from './draft-media.ts';
import { SaidOrPlayed } from './said-or-played.tsx';
import type { Compose } from './use-compose.ts';
import { WordsField } from './words-field.tsx';

/** What a machine that answers is told or played, where it is something else. */
export function VoicemailFields({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  const { call } = draft;
  const changeCall = (part: Partial<DraftCall>) => change({ call: { ...call, ...part } });
  return (
    <>
      <Checkbox
        label={t`Say something else to voicemail`}
        checked={call.voicemail !== null}
        onChange={(event) =>
          changeCall({ voicemail: event.currentTarget.checked ? '' : null, voicemailSound: null })
        }
      />
      {call.voicemail !== null && (
        <SaidOrPlayed
          label={t`The message for voicemail`}
          chooseLabel={t`Choose MP3 or WAV for voicemail`}
          sound={call.voicemailSound}
          onChange={(voicemailSound) => changeCall({ voicemailSound })}
          error={errors.get('content.voice.voicemail.audioId')}
        >
          <WordsField
            label={t({ message: 'To voicemail', context: 'field: what is said to it' })}
            value={call.voicemail}
            onChange={(voicemail) => changeCall({ voicemail })}
            error={errors.get('content.voice.voicemail.text')}
            most={textLimits.voice}
            minRows={2}
          />
        </SaidOrPlayed>
      )}
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group, Select } from '@mantine/core';
import { textLimits } from '../../../../src/contract/text-limits.ts';
import { spokenLanguages } from '../../wording/voices.ts';
import { hasPeople } from './draft.ts';
import type { DraftCall } from './draft-media.ts';
import { keysInWords } from './keys-in-words.ts';
import { SaidOrPlayed } from './said-or-played.tsx';
import type { Compose } from './use-compose.ts';
import { VoicemailFields } from './voicemail-fields.tsx';
import { WordsField } from './words-field.tsx';

/** What a call says or plays, what a machine is told, and which keys mean something. */
export function CallFields({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  const { call, voice } = draft;
  const changeCall = (part: Partial<DraftCall>) => change({ call: { ...call, ...part } });
  return (
    <>
      <SaidOrPlayed
        label={t`The call`}
        sound={call.sound}
        onChange={(sound) => changeCall({ sound })}
        error={errors.get('content.voice.audioId')}
      >
        <WordsField
          label={t`What the call says`}
          value={voice}
          onChange={(words) => change({ voice: words })}
          error={errors.get('content.voice.text') ?? errors.get('content.voice')}
          most={textLimits.voice}
          minRows={3}
          autoFocus={hasPeople(draft)}
          {...(voice === '' && draft.sms !== '' && { copyFrom: draft.sms })}
        />
      </SaidOrPlayed>
      <Group grow align="start">
        <Select
          label={t({ message: 'Language', context: 'that a call speaks' })}
          data={spokenLanguages()}
          value={call.language}
          allowDeselect={false}
          onChange={(language) => language && changeCall({ language })}
        />
        <Select
          label={t({ message: 'Voice', context: 'of a call' })}
          data={[
            { value: 'woman', label: t({ message: 'A woman', context: 'voice of a call' }) },
            { value: 'man', label: t({ message: 'A man', context: 'voice of a call' }) },
          ]}
          value={call.voice}
          allowDeselect={false}
          onChange={(value) => value && changeCall({ voice: value === 'man' ? 'man' : 'woman' })}
        />
      </Group>
      <VoicemailFields compose={compose} />
      <Checkbox
        label={keysInWords(call.keys)}
        description={t`The call says nothing of them by itself: name them in your words.`}
        checked={call.hasKeys}
        onChange={(event) => changeCall({ hasKeys: event.currentTarget.checked })}
      />
    </>
  );
}

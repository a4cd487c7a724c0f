import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { textLimits } from '../../../../src/contract/text-limits.ts';
import { spokenLanguages } from '../../wording/voices.ts';
import { hasPeople } from './draft.ts';
import type { DraftCall } from './draft-media.ts';
import { SoundField } from './sound-field.tsx';
import type { Compose } from './use-compose.ts';
import { WordsField } from './words-field.tsx';

/** What a call says or plays, what a machine is told, and which keys mean something. */
export function CallFields({ compose }: { compose: Compose }) {
  const { t } = useLingui();
  const { draft, change, errors } = compose;
  const { call, voice } = draft;
  const changeCall = (part: Partial<DraftCall>) => change({ call: { ...call, ...part } });
  const [playing, setPlaying] = useState(call.sound !== null);
  const choose = (value: string) => {
    setPlaying(value === 'sound');
    if (value === 'words') changeCall({ sound: null });
  };
  return (
    <>
      <SegmentedControl
        aria-label={t`The call`}
        value={playing ? 'sound' : 'words'}
        onChange={choose}
        data={[
          { value: 'words', label: t`A voice reads` },
          { value: 'sound', label: t`Play a sound` },
        ]}
      />
      {playing ? (
        <SoundField
          sound={call.sound}
          onChange={(sound) => changeCall({ sound })}
          error={errors.get('content.voice.audioId')}
        />
      ) : (
        <WordsField
          label={t`What the call says`}
          value={voice}
          onChange={(words) => change({ voice: words })}
          error={errors.get('content.voice.text') ?? errors.get('content.voice')}
          maxLength={textLimits.voice}
          minRows={3}
          autoFocus={hasPeople(draft)}
          {...(voice === '' && draft.sms !== '' && { copyFrom: draft.sms })}
        />
      )}
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
      <Checkbox
        label={t`Say something else to voicemail`}
        checked={call.voicemail !== null}
        onChange={(event) => changeCall({ voicemail: event.currentTarget.checked ? '' : null })}
      />
      {call.voicemail !== null && (
        <WordsField
          label={t({ message: 'To voicemail', context: 'field: what is said to it' })}
          value={call.voicemail}
          onChange={(voicemail) => changeCall({ voicemail })}
          error={errors.get('content.voice.voicemail.text')}
          maxLength={textLimits.voice}
          minRows={2}
        />
      )}
      <Checkbox
        label={t`Heed keys: 1 confirms, 2 asks to be called back, 9 wants no more calls`}
        description={t`The call says nothing of them by itself: name them in your words.`}
        checked={call.hasKeys}
        onChange={(event) => changeCall({ hasKeys: event.currentTarget.checked })}
      />
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { DraftFile } from './draft-media.ts';
import { SoundField } from './sound-field.tsx';

type Props = {
  /** What the choice is about, for who does not see what it stands under. */
  label: string;
  /** What the button for a file says, where another one says the same. */
  chooseLabel?: string;
  sound: DraftFile | null;
  onChange: (sound: DraftFile | null) => void;
  error: string | undefined;
  /** The field for the words. */
  children: ReactNode;
};

/** Words that a voice reads, or a sound instead. */
export function SaidOrPlayed({ label, chooseLabel, sound, onChange, error, children }: Props) {
  const { t } = useLingui();
  const [playing, setPlaying] = useState(sound !== null);
  const choose = (value: string) => {
    setPlaying(value === 'sound');
    if (value === 'words') onChange(null);
  };
  return (
    <>
      <SegmentedControl
        aria-label={label}
        value={playing ? 'sound' : 'words'}
        onChange={choose}
        data={[
          { value: 'words', label: t`A voice reads` },
          { value: 'sound', label: t`Play a sound` },
        ]}
      />
      {playing ? (
        <SoundField sound={sound} onChange={onChange} error={error} chooseLabel={chooseLabel} />
      ) : (
        children
      )}
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import classes from './message-look.module.css';
import { SoundPlayer } from './sound-player.tsx';

/** What else there is to a call than the words that a voice reads. */
export type CallParts = {
  /** Played instead of words. */
  audioId: string | null;
  /** What a machine that answers is told, in words or by a sound. */
  voicemail?: string | null | undefined;
  voicemailAudioId?: string | null | undefined;
  /** Whose voice in which language, and what its keys mean. */
  notes?: readonly string[];
};

/** A call's sounds, to be played, and what a machine is told. */
export function CallLook({ call }: { call: CallParts }) {
  const { t } = useLingui();
  const { audioId, voicemail, voicemailAudioId, notes = [] } = call;
  return (
    <>
      {audioId && <SoundPlayer id={audioId} label={t`What the call plays`} />}
      {voicemail && (
        <div className={classes.machine}>
          <Trans>To voicemail: “{voicemail}”</Trans>
        </div>
      )}
      {voicemailAudioId && (
        <div className={classes.machine}>
          <Trans>To voicemail:</Trans>{' '}
          <SoundPlayer id={voicemailAudioId} label={t`What voicemail is played`} />
        </div>
      )}
      {notes.map((note) => (
        <div key={note} className={classes.note}>
          {note}
        </div>
      ))}
    </>
  );
}

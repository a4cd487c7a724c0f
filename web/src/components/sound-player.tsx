import { fileAddress } from '../api/attachments.ts';
import classes from './sound-player.module.css';

/** Plays a sound as the telephone plays it. */
export function SoundPlayer({ id, label }: { id: string; label: string }) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what is said in it.
    <audio
      className={classes.player}
      controls
      preload="metadata"
      src={fileAddress(id, 'phone')}
      aria-label={label}
    />
  );
}

import { useJustSent } from './just-sent.ts';
import classes from './sending-bar.module.css';
import { SentConfirmation } from './sent-confirmation.tsx';
import { UndoOffer } from './undo-offer.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

/** After Send: ten seconds to take it back, then the confirmation. */
export function SendingBar() {
  const sent = useJustSent();
  const left = useSecondsLeft(sent?.undoUntil ?? 0);
  return (
    <div role="status">
      {sent && (
        <div className={classes.bar}>
          {left > 0 && sent.scheduledFor === null ? (
            <UndoOffer sent={sent} secondsLeft={left} />
          ) : (
            <SentConfirmation sent={sent} />
          )}
        </div>
      )}
    </div>
  );
}

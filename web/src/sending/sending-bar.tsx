import { FaceStrip } from './face-strip.tsx';
import { useJustSent } from './just-sent.ts';
import classes from './sending-bar.module.css';
import { SentConfirmation } from './sent-confirmation.tsx';
import { UndoOffer } from './undo-offer.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

/** After Send: ten seconds to take it back, then the confirmation. */
export function SendingBar() {
  const sent = useJustSent();
  const left = useSecondsLeft(sent?.undoUntil ?? 0);
  const isHeld = left > 0 && sent?.scheduledFor === null;
  return (
    <div className={sent ? classes.bar : undefined}>
      <div role="status">
        {sent && (
          <div className={classes.said}>
            {isHeld ? (
              // One that was taken back says nothing of the next.
              <UndoOffer key={sent.broadcastId} sent={sent} secondsLeft={left} />
            ) : (
              <SentConfirmation sent={sent} />
            )}
          </div>
        )}
      </div>
      {sent?.scheduledFor === null && !isHeld && <FaceStrip broadcastId={sent.broadcastId} />}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useBroadcastEvents } from '../api/broadcast-events.ts';
import { broadcastQuery } from '../api/broadcasts.ts';
import { now } from '../clock.ts';
import { FaceStrip } from './face-strip.tsx';
import { isLive } from './is-live.ts';
import { useJustSent } from './just-sent.ts';
import classes from './sending-bar.module.css';
import { SentConfirmation } from './sent-confirmation.tsx';
import { TakenBack } from './taken-back.tsx';
import { UndoOffer } from './undo-offer.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

/** After Send: ten seconds to take it back, then the confirmation. */
export function SendingBar() {
  const sent = useJustSent();
  const id = sent?.broadcastId ?? '';
  const { data: broadcast } = useQuery({ ...broadcastQuery(id), enabled: sent !== null });
  const left = useSecondsLeft(sent?.undoUntil ?? 0);
  const isNow = sent?.scheduledFor === null;
  const isHeld = isNow && left > 0;
  // It is followed until the last outcome is known, so that the faces are right.
  useBroadcastEvents(id, isNow && !isHeld && (broadcast === undefined || isLive(broadcast, now())));
  return (
    <div className={sent ? classes.bar : undefined}>
      <div role="status">
        {sent && (
          <div className={classes.said}>
            {broadcast?.state === 'canceled' ? (
              <TakenBack broadcast={broadcast} />
            ) : isHeld ? (
              // What failed with one says nothing of the next.
              <UndoOffer key={id} sent={sent} secondsLeft={left} />
            ) : (
              <SentConfirmation sent={sent} broadcast={broadcast} />
            )}
          </div>
        )}
      </div>
      {isNow && !isHeld && <FaceStrip broadcastId={id} />}
    </div>
  );
}

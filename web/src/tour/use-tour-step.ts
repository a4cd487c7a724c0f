import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useBroadcastEvents } from '../api/broadcast-events.ts';
import { broadcastQuery } from '../api/broadcasts.ts';
import { now } from '../clock.ts';
import { tickedCount } from '../pages/appointments/selection.ts';
import { useSelection } from '../pages/appointments/selection-store.ts';
import { isLive } from '../sending/is-live.ts';
import { useJustSent } from '../sending/just-sent.ts';
import { nextStep, type TourStep } from './tour-step.ts';
import { noteInTour, type Tour } from './tour-store.ts';

/**
 * The step at which the tour is, by what the newcomer has done on the page (null: it is over), and
 * since when what they sent is under way.
 */
export function useTourStep(tour: Tour): { step: TourStep | null; sentAt: string | undefined } {
  const { compose } = useSearch({ from: '/desk' });
  const selection = useSelection();
  const sent = useJustSent();
  const { broadcastId } = tour;
  const broadcast = useQuery({
    ...broadcastQuery(broadcastId ?? ''),
    enabled: broadcastId !== null,
  });
  const isFollowed = broadcast.data === undefined || isLive(broadcast.data, now());
  useBroadcastEvents(broadcastId ?? '', broadcastId !== null && isFollowed);
  const isCanceled = broadcast.data?.state === 'canceled';
  const hasArrived = (broadcast.data?.counts.delivered ?? 0) > 0;

  const sentNow = sent?.scheduledFor === null ? sent.broadcastId : null;
  useEffect(() => {
    // What was taken back has not been sent: the tour follows the next one.
    const isWaiting = broadcastId === null || isCanceled;
    if (isWaiting && sentNow !== broadcastId) noteInTour({ broadcastId: sentNow });
  }, [broadcastId, sentNow, isCanceled]);

  const step = nextStep({
    hasTicked: tickedCount(selection) > 0,
    isComposing: compose === true,
    hasSent: broadcastId !== null && !isCanceled,
    hasArrived,
    hasAnswered: tour.hasAnswered,
  });
  return { step, sentAt: broadcast.data?.sendAt };
}

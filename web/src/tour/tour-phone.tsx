import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { failureOf } from '../api/failure.ts';
import { devicesQuery } from '../api/sandbox.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { LoadingRows } from '../components/loading-rows.tsx';
import { DeviceCard } from '../pages/phones/device-card.tsx';
import { noteInTour, type Tour } from './tour-store.ts';

/** The device of somebody who got the message, to answer on; an answer since then ends the tour. */
export function TourPhone({ tour, sentAt }: { tour: Tour; sentAt: string }) {
  const { t } = useLingui();
  const kept = tour.device;
  const list = useInfiniteQuery(devicesQuery(kept ? { kind: kept.kind, text: kept.address } : {}));
  const devices = list.data?.pages.flatMap((page) => page.items) ?? [];
  // The one that got something last comes first; it stays the one, whatever comes to others.
  const device = kept ? devices.find(({ address }) => address === kept.address) : devices[0];
  const hasAnswered = device?.replies.some(({ receivedAt }) => receivedAt >= sentAt) ?? false;
  useEffect(() => {
    if (kept === null && device) {
      noteInTour({ device: { kind: device.kind, address: device.address } });
    }
    if (hasAnswered) noteInTour({ hasAnswered });
  }, [kept, device, hasAnswered]);
  if (list.error) {
    return <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (list.isPending) return <LoadingRows label={t`Loading the phones`} />;
  if (!device) return <Trans>Nothing has arrived yet.</Trans>;
  return <DeviceCard device={device} />;
}

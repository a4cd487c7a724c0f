import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { broadcastQuery } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageFailure } from '../../components/page-failure.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { BroadcastView } from './broadcast-view.tsx';

/** One message: whom it reached, whom not, and why. */
export function BroadcastPage() {
  const { t } = useLingui();
  const { broadcastId } = useParams({ from: '/desk/outbox/$broadcastId' });
  const broadcast = useQuery({
    ...broadcastQuery(broadcastId),
    // Beside the live line, for whatever comes once that is closed.
    refetchInterval: 15_000,
  });
  if (broadcast.data) return <BroadcastView key={broadcastId} broadcast={broadcast.data} />;
  return (
    <>
      <PageHeader title={t`Message`} back={{ to: '/outbox', label: t`Outbox` }} />
      {broadcast.isPending ? (
        <LoadingRows label={t`Loading the message`} />
      ) : (
        <PageFailure
          failure={failureOf(broadcast.error)}
          onRetry={() => void broadcast.refetch()}
        />
      )}
    </>
  );
}

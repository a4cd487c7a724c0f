import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { broadcastQuery } from '../../api/broadcasts.ts';
import { failureOf } from '../../api/failure.ts';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageFailure } from '../../components/page-failure.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Report } from './report.tsx';

/** A message as a report for paper: all counts, and the recipients by outcome. */
export function ReportPage() {
  const { t } = useLingui();
  const { broadcastId } = useParams({ from: '/desk/outbox/$broadcastId/report' });
  const broadcast = useQuery(broadcastQuery(broadcastId));
  if (broadcast.data) return <Report key={broadcastId} broadcast={broadcast.data} />;
  return (
    <>
      <PageHeader title={t`Report`} back={{ to: '/outbox', label: t`Outbox` }} />
      {broadcast.isPending ? (
        <LoadingRows label={t`Loading the report`} />
      ) : (
        <PageFailure
          failure={failureOf(broadcast.error)}
          onRetry={() => void broadcast.refetch()}
        />
      )}
    </>
  );
}

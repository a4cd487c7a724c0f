import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Communications as Known } from '../../../../src/contract/delivery.ts';
import { communicationsQuery } from '../../api/appointments.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { AnswerItem } from './answer-item.tsx';
import { CommunicationItem } from './communication-item.tsx';

/** Everything that went or will go to somebody and what they answered, what comes last first. */
export function Communications({ participantId }: { participantId: string }) {
  const { t } = useLingui();
  const { data, isPending, error, refetch } = useQuery(communicationsQuery(participantId));
  return (
    <>
      {isPending && <LoadingRows label={t`Loading the messages`} />}
      {error && <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <Text c="dimmed">
          <Trans>Nothing was sent to them yet.</Trans>
        </Text>
      )}
      {data && inOrder(data)}
    </>
  );
}

function inOrder({ items, answers }: Known) {
  const titles = new Map<string | null, string>(items.map((item) => [item.deliveryId, item.title]));
  const all = [
    ...items.map((item) => ({
      // What came of it is known later, and maybe after an answer to it.
      at: item.outcome === 'waiting' ? item.notBefore : (item.sentAt ?? item.changedAt),
      shown: <CommunicationItem key={item.deliveryId} item={item} />,
    })),
    ...answers.map((answer) => ({
      at: answer.receivedAt,
      shown: <AnswerItem key={answer.id} answer={answer} title={titles.get(answer.deliveryId)} />,
    })),
  ];
  return all.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ shown }) => shown);
}

import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../api/failure.ts';
import { useSession } from '../../api/session.ts';
import { waitingMessagesQuery } from '../../api/typed-appointments.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { counted } from '../../format/count.ts';
import { momentIn } from '../../format/time.ts';
import { channelNoun } from '../../wording/channels.ts';

type Props = { appointmentId: string; isOff: boolean };

/** What is scheduled about an appointment, and what becomes of it when that is cancelled or brought back. */
export function WaitingMessages({ appointmentId, isOff }: Props) {
  const waiting = useQuery({ ...waitingMessagesQuery(appointmentId), staleTime: 0 });
  const { timeZone } = useSession().account;
  if (waiting.isPending) return <LoadingRows label="Looking what is scheduled about it" />;
  if (waiting.error) {
    return (
      <FailureNotice failure={failureOf(waiting.error)} onRetry={() => void waiting.refetch()} />
    );
  }
  if (waiting.data.length === 0) {
    return (
      <Text>
        Nothing is scheduled about it.{' '}
        {!isOff && 'Nobody is told by itself: write to them if they should know.'}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Text>Scheduled about it:</Text>
      <List size="sm" aria-label="Scheduled about it">
        {waiting.data.map(({ broadcastId, channel, title, messages, at }) => (
          <List.Item key={`${broadcastId} ${channel}`}>
            {channelNoun(channel)} <bdi>“{title}”</bdi>, {momentIn(timeZone, at)}
            {messages > 1 && ` (${counted(messages, 'message')})`}
          </List.Item>
        ))}
      </List>
      <Text>
        {isOff
          ? 'That goes out then after all.'
          : 'That will not go out, except where it stands for another appointment too. Nobody is told by itself: write to them if they should know.'}
      </Text>
    </Stack>
  );
}

import { Plural, Select, Trans, useLingui } from '@lingui/react/macro';
import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Channel } from '../../../../src/contract/channel.ts';
import { failureOf } from '../../api/failure.ts';
import { useSession } from '../../api/session.ts';
import { waitingMessagesQuery } from '../../api/typed-appointments.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { momentIn } from '../../format/time.ts';

type Props = { appointmentId: string; isOff: boolean };

/** What is scheduled about an appointment, and what becomes of it when that is cancelled or brought back. */
export function WaitingMessages({ appointmentId, isOff }: Props) {
  const { t } = useLingui();
  const waiting = useQuery({ ...waitingMessagesQuery(appointmentId), staleTime: 0 });
  const { timeZone } = useSession().account;
  if (waiting.isPending) return <LoadingRows label={t`Looking up what is scheduled about it`} />;
  if (waiting.error) {
    return (
      <FailureNotice failure={failureOf(waiting.error)} onRetry={() => void waiting.refetch()} />
    );
  }
  if (waiting.data.length === 0) {
    return (
      <Text>
        <Trans>Nothing is scheduled about it.</Trans>{' '}
        {!isOff && <Trans>Nobody is told automatically: write to them if they should know.</Trans>}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Text>
        <Trans>Scheduled about it:</Trans>
      </Text>
      <List size="sm" aria-label={t`Scheduled about it`}>
        {waiting.data.map(({ broadcastId, channel, title, messages, at }) => (
          <List.Item key={`${broadcastId} ${channel}`}>
            <Waiting
              channel={channel}
              title={<bdi>“{title}”</bdi>}
              moment={momentIn(timeZone, at)}
              messages={messages}
            />
          </List.Item>
        ))}
      </List>
      <Text>
        {isOff
          ? t`So that will go out after all.`
          : t`That will not go out, except where it stands for another appointment too. Nobody is told automatically: write to them if they should know.`}
      </Text>
    </Stack>
  );
}

type WaitingProps = { channel: Channel; title: ReactNode; moment: string; messages: number };

function Waiting({ channel, title, moment, messages }: WaitingProps) {
  return messages > 1 ? (
    <Trans>
      <Select value={channel} _sms="Text" _voice="Call" other="Email" /> {title}, {moment} (
      <Plural value={messages} one="# message" other="# messages" />)
    </Trans>
  ) : (
    <Trans>
      <Select value={channel} _sms="Text" _voice="Call" other="Email" /> {title}, {moment}
    </Trans>
  );
}

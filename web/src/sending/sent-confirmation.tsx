import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useBroadcastEvents } from '../api/broadcast-events.ts';
import { broadcastQuery } from '../api/broadcasts.ts';
import { now } from '../clock.ts';
import { TextLink } from '../components/text-link.tsx';
import { count } from '../format/count.ts';
import { isLive } from './is-live.ts';
import { type JustSent, setJustSent } from './just-sent.ts';
import { WriteOn } from './write-on.tsx';

/** Says that it went through, with how many, and the way to its page. */
export function SentConfirmation({ sent }: { sent: JustSent }) {
  const broadcast = useQuery({ ...broadcastQuery(sent.broadcastId), staleTime: 0 });
  const state = broadcast.data?.state;
  // It is followed until the last outcome is known, so that the faces are right.
  const isFollowed = broadcast.data === undefined || isLive(broadcast.data, now());
  useBroadcastEvents(sent.broadcastId, sent.scheduledFor === null && isFollowed);
  const canceled = state === 'canceled';
  const messages = broadcast.data?.total || sent.messages;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <IconCircleCheck size={18} style={{ flex: 'none' }} aria-hidden />
        <span>
          {confirmation(canceled, messages, sent.scheduledFor, broadcast.data?.quietWait?.count)}
        </span>
      </Group>
      {canceled && <WriteOn broadcastId={sent.broadcastId} />}
      <TextLink
        to="/outbox/$broadcastId"
        params={{ broadcastId: sent.broadcastId }}
        onClick={() => setJustSent(null)}
      >
        <Trans>See how it goes</Trans>
      </TextLink>
      <Button variant="default" size="xs" onClick={() => setJustSent(null)}>
        <Trans>Close</Trans>
      </Button>
    </>
  );
}

function confirmation(
  canceled: boolean,
  messages: number,
  scheduledFor: string | null,
  quiet = 0,
): string {
  if (canceled) return t`Taken back. Nothing was sent.`;
  if (scheduledFor !== null) {
    return plural(messages, {
      one: `Scheduled. # message will go out ${scheduledFor}.`,
      other: `Scheduled. # messages will go out ${scheduledFor}.`,
    });
  }
  if (quiet > 0) {
    const all = count(messages);
    return plural(messages, {
      one: 'Sent. 1 of # message waits for quiet hours.',
      other: plural(quiet, {
        one: `Sent. # of ${all} messages waits for quiet hours.`,
        other: `Sent. # of ${all} messages wait for quiet hours.`,
      }),
    });
  }
  return plural(messages, {
    one: 'Sent. # message is on its way.',
    other: 'Sent. # messages are on their way.',
  });
}

import { Trans } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import type { Communication } from '../../../../src/contract/delivery.ts';
import { useSession } from '../../api/session.ts';
import { CallLook } from '../../components/call-look.tsx';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { RemedyLink } from '../../components/remedy-link.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { momentIn } from '../../format/time.ts';
import { channelNoun } from '../../wording/channels.ts';
import { failureAtLength } from '../../wording/reasons.ts';
import classes from './communication-item.module.css';
import { WaitingActions } from './waiting-actions.tsx';

/** One message to someone: exactly what it says, where it went and what became of it. */
export function CommunicationItem({ item }: { item: Communication }) {
  const { timeZone } = useSession().account;
  const waiting = item.outcome === 'waiting';
  const moment = momentIn(timeZone, waiting ? item.notBefore : (item.sentAt ?? item.changedAt));
  return (
    <article className={classes.item}>
      <Group gap={6} wrap="nowrap">
        <ChannelIcon channel={item.channel} />
        <Text fw={600}>{channelNoun(item.channel)}</Text>
        <Text c="dimmed" truncate>
          {item.address}
        </Text>
      </Group>
      {item.subject && <Text fw={600}>{item.subject}</Text>}
      <Text className={classes.text}>{item.text}</Text>
      {item.call && <CallLook call={item.call} />}
      <Group justify="space-between" gap="xs">
        <OutcomeMark outcome={item.outcome}>
          <span>
            {waiting ? (
              <Trans comment="As in: waits until Fri, Nov 27, 9:00 AM">until {moment}</Trans>
            ) : (
              moment
            )}
          </span>
        </OutcomeMark>
        <TextLink to="/outbox/$broadcastId" params={{ broadcastId: item.broadcastId }} size="sm">
          <Trans comment="A link to the page of a message">Open the message</Trans>
        </TextLink>
      </Group>
      {item.failure && (
        <Text size="sm">
          {failureAtLength(item.failure)} <RemedyLink reason={item.failure} />
        </Text>
      )}
      <WaitingActions item={item} />
    </article>
  );
}

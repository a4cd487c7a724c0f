import { Trans } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import type { Answer } from '../../../../src/contract/delivery.ts';
import { useSession } from '../../api/session.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { momentIn } from '../../format/time.ts';
import { obeyedAs } from '../phones/obeyed-as.ts';
import classes from './communication-item.module.css';

/** What somebody answered, when, and what was done by it. */
export function AnswerItem({ answer }: { answer: Answer }) {
  const { timeZone } = useSession().account;
  const { channel, address, text, meaning, receivedAt } = answer;
  const parts = [momentIn(timeZone, receivedAt), obeyedAs(meaning)];
  return (
    <article className={classes.answer}>
      <Group gap={6} wrap="nowrap">
        <ChannelIcon channel={channel} />
        <Text fw={600}>
          <Trans comment="Heading over what somebody answered">They answered</Trans>
        </Text>
        <Text c="dimmed" truncate>
          {address}
        </Text>
      </Group>
      <Text className={classes.text}>
        <bdi>{text}</bdi>
      </Text>
      <Text size="sm" c="dimmed">
        {parts.filter((part) => part !== '').join(' · ')}
      </Text>
    </article>
  );
}

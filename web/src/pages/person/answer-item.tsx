import { Trans } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import type { Answer } from '../../../../src/contract/delivery.ts';
import { useSession } from '../../api/session.ts';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { momentIn } from '../../format/time.ts';
import { obeyedAs } from '../phones/obeyed-as.ts';
import classes from './communication-item.module.css';

type Props = {
  answer: Answer;
  /** Of the message that it answers, where that is known. */
  title: string | undefined;
};

/** What somebody answered, to what, when, and what was done by it. */
export function AnswerItem({ answer, title }: Props) {
  const { timeZone } = useSession().account;
  const { channel, address, text, meaning, receivedAt } = answer;
  // An element: what stands in a string is read as markup by <Trans>.
  const about = <bdi>{title}</bdi>;
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
      {title !== undefined && (
        <Text size="sm" c="dimmed" truncate>
          <Trans>to “{about}”</Trans>
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {parts.filter((part) => part !== '').join(' · ')}
      </Text>
    </article>
  );
}

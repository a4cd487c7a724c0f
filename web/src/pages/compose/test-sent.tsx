import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { broadcastQuery } from '../../api/broadcasts.ts';
import type { TestMessage } from '../../api/test-messages.ts';
import { now } from '../../clock.ts';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { listed } from '../../format/count.ts';
import { isLive } from '../../sending/is-live.ts';
import { channelNoun } from '../../wording/channels.ts';
import { outcomeOrder } from '../../wording/outcomes.ts';

/** Where a test went, and what became of it, as long as it moves. */
export function TestSent({ test }: { test: TestMessage }) {
  const { data } = useQuery({
    ...broadcastQuery(test.id),
    refetchInterval: ({ state }) => (state.data && !isLive(state.data, now()) ? false : 1_000),
  });
  const to = test.sentTo.map(
    ({ channel, address }) => `${channelNoun(channel).toLowerCase()} to ${address}`,
  );
  return (
    <div role="status">
      <Text size="sm">Sent: {listed(to)}.</Text>
      <Group gap="sm">
        {data?.byChannel.map(({ channel, counts }) => {
          const outcome = outcomeOrder.find((one) => counts[one] > 0);
          return (
            outcome && (
              <OutcomeMark key={channel} outcome={outcome}>
                ({channelNoun(channel).toLowerCase()})
              </OutcomeMark>
            )
          );
        })}
        <TextLink to="/outbox/$broadcastId" params={{ broadcastId: test.id }} size="sm">
          Its page
        </TextLink>
      </Group>
    </div>
  );
}

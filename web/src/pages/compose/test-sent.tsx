import { select } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { broadcastQuery } from '../../api/broadcasts.ts';
import type { TestMessage } from '../../api/test-messages.ts';
import { now } from '../../clock.ts';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { listed } from '../../format/count.ts';
import { isLive } from '../../sending/is-live.ts';
import { outcomeOrder } from '../../wording/outcomes.ts';

/** Where a test went, and what became of it, as long as it moves. */
export function TestSent({ test }: { test: TestMessage }) {
  const { t } = useLingui();
  const { data } = useQuery({
    ...broadcastQuery(test.id),
    refetchInterval: ({ state }) => (state.data && !isLive(state.data, now()) ? false : 1_000),
  });
  const places = listed(
    test.sentTo.map(
      ({ channel, address }) =>
        t`${select(channel, { sms: `text to ${address}`, email: `email to ${address}`, other: `call to ${address}` })}`,
    ),
  );
  return (
    <div role="status">
      <Text size="sm">
        {t({ message: `Sent: ${places}.`, comment: 'Sent: text to +1…, email to a@…' })}
      </Text>
      <Group gap="sm">
        {data?.byChannel.map(({ channel, counts }) => {
          const outcome = outcomeOrder.find((one) => counts[one] > 0);
          return (
            outcome && (
              <OutcomeMark key={channel} outcome={outcome}>
                {t`${select(channel, { sms: '(text)', email: '(email)', other: '(call)' })}`}
              </OutcomeMark>
            )
          );
        })}
        <TextLink to="/outbox/$broadcastId" params={{ broadcastId: test.id }} size="sm">
          <Trans comment="A link to the page of a test message">Open the message</Trans>
        </TextLink>
      </Group>
    </div>
  );
}

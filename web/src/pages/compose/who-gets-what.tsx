import { Stack, Text } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { count, counted, listed } from '../../format/count.ts';
import { channelCounted, channelOrder, theChannel } from '../../wording/channels.ts';
import { LeftOut } from './left-out.tsx';
import { LookupNote } from './lookup-note.tsx';
import type { Compose } from './use-compose.ts';

/** How many get what, and who is left out and why; by the code that later sends. */
export function WhoGetsWhat({ compose, open }: { compose: Compose; open: boolean }) {
  const { data: plan, failure, again } = compose.plan;
  if (failure) {
    const atField = [...compose.errors.keys()].some((path) => /^(content|audience)/.test(path));
    return atField ? null : <FailureNotice failure={failure} onRetry={again} />;
  }
  if (!plan) return null;
  const parts = channelOrder
    .filter((channel) => compose.draft.channels.includes(channel))
    .map((channel) => channelCounted(channel, plan.deliveries[channel]));
  return (
    <Stack gap={6} aria-busy={compose.behind}>
      <Text fw={600}>
        {counted(plan.reached, 'person', 'people')} reached
        {parts.length > 0 && `: ${listed(parts)}`}
      </Text>
      {plan.isEstimate && (
        <Text size="sm">By what matches now; it goes to what matches when it goes out.</Text>
      )}
      {plan.reached < plan.people && (
        <Text size="sm">
          {counted(plan.people - plan.reached, 'person', 'people')} would hear nothing.
        </Text>
      )}
      {plan.fallbacks.map(({ from, to, upTo, atOnce }) => (
        <Text size="sm" key={to}>
          Up to {channelCounted(to, upTo)} where {theChannel(from)} does not reach them
          {atOnce > 0 && `, ${count(atOnce)} at once`}.
        </Text>
      ))}
      {plan.callOnly !== null && plan.callOnly.upTo > 0 && (
        <Text size="sm">
          Up to {counted(plan.callOnly.upTo, 'more call')} if the text cannot reach a number.
        </Text>
      )}
      {plan.callOnly?.lookups && <LookupNote compose={compose} lookups={plan.callOnly.lookups} />}
      {plan.excluded.map((group) => (
        <LeftOut
          key={`${group.channel} ${group.reason}`}
          group={group}
          exclusions={plan.exclusions}
          open={open}
        />
      ))}
    </Stack>
  );
}

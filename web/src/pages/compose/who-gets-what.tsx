import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { listed } from '../../format/count.ts';
import { channelCounted, channelOrder } from '../../wording/channels.ts';
import { fallbackInWords } from './fallback-in-words.ts';
import { LeftOut } from './left-out.tsx';
import { LookupNote } from './lookup-note.tsx';
import type { Compose } from './use-compose.ts';

/** How many get what, and who is left out and why; by the code that later sends. */
export function WhoGetsWhat({ compose, open }: { compose: Compose; open: boolean }) {
  const { t } = useLingui();
  const { data: plan, failure, again } = compose.plan;
  if (failure) {
    const atField = [...compose.errors.keys()].some((path) => /^(content|audience)/.test(path));
    return atField ? null : <FailureNotice failure={failure} onRetry={again} />;
  }
  if (!plan) return null;
  const { reached } = plan;
  const unreached = plan.people - reached;
  const moreCalls = plan.callOnly?.upTo ?? 0;
  const messages = listed(
    channelOrder
      .filter((channel) => compose.draft.channels.includes(channel))
      .map((channel) => channelCounted(channel, plan.deliveries[channel])),
  );
  return (
    <Stack gap={6} aria-busy={compose.behind}>
      <Text fw={600}>
        {messages
          ? t`${plural(reached, { one: '# person reached', other: '# people reached' })}: ${messages}`
          : t`${plural(reached, { one: '# person reached', other: '# people reached' })}`}
      </Text>
      {plan.isEstimate && (
        <Text size="sm">
          <Trans>By what matches now; it goes to what matches when it goes out.</Trans>
        </Text>
      )}
      {unreached > 0 && (
        <Text size="sm">
          <Plural
            value={unreached}
            one="# person would hear nothing."
            other="# people would hear nothing."
          />
        </Text>
      )}
      {plan.fallbacks.map((fallback) => (
        <Text size="sm" key={fallback.to}>
          {fallbackInWords(fallback)}
        </Text>
      ))}
      {moreCalls > 0 && (
        <Text size="sm">
          <Plural
            value={moreCalls}
            one="Up to # more call if the text cannot reach a number."
            other="Up to # more calls if the text cannot reach a number."
          />
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

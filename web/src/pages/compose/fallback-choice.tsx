import { Group, NativeSelect } from '@mantine/core';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { FallbackStep } from '../../../../src/contract/fallback.ts';
import { channelNoun, theChannel } from '../../wording/channels.ts';
import { silenceInWords, silences } from '../../wording/ways.ts';
import type { Compose } from './use-compose.ts';
import { alternativesTo, stepsOf, withStep } from './ways.ts';

/** What is tried for whom a channel does not reach; nothing where no other channel is left. */
export function FallbackChoice({ compose, from }: { compose: Compose; from: Channel }) {
  const { draft, change } = compose;
  const others = alternativesTo(draft, from);
  const step = stepsOf(draft).find((one) => one.from === from);
  if (others.length === 0) return null;
  const set = (next: FallbackStep | null) => change({ fallback: withStep(draft, from, next) });
  const choose = (value: string) => {
    const to = others.find((channel) => channel === value);
    set(to ? { from, to, silenceMinutes: step?.silenceMinutes ?? null } : null);
  };
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={`If ${theChannel(from)} does not reach them`}
        value={step?.to ?? ''}
        data={[
          { value: '', label: 'Nothing else' },
          ...others.map((channel) => ({ value: channel, label: `${channelNoun(channel)} them` })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {step && (
        <NativeSelect
          label="How soon"
          value={step.silenceMinutes ?? ''}
          data={silences.map((minutes) => ({
            value: String(minutes ?? ''),
            label: silenceInWords(minutes),
          }))}
          onChange={({ currentTarget: { value } }) =>
            set({ ...step, silenceMinutes: value === '' ? null : Number(value) })
          }
        />
      )}
    </Group>
  );
}

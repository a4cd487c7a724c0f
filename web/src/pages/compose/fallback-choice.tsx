import { select } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Group, NativeSelect } from '@mantine/core';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { FallbackStep } from '../../../../src/contract/fallback.ts';
import { silenceInWords, silences } from '../../wording/ways.ts';
import type { Compose } from './use-compose.ts';
import { alternativesTo, stepsOf, withStep } from './ways.ts';

/** What is tried for whom a channel does not reach; nothing where no other channel is left. */
export function FallbackChoice({ compose, from }: { compose: Compose; from: Channel }) {
  const { t } = useLingui();
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
        label={t`${select(from, {
          sms: 'If the text does not reach them',
          email: 'If the email does not reach them',
          other: 'If the call does not reach them',
        })}`}
        value={step?.to ?? ''}
        data={[
          { value: '', label: t`Nothing else` },
          ...others.map((channel) => ({
            value: channel,
            label: t`${select(channel, {
              sms: 'Text them',
              email: 'Email them',
              other: 'Call them',
            })}`,
          })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {step && (
        <NativeSelect
          label={t`How soon`}
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

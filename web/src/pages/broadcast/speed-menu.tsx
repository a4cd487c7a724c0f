import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useSpeed } from '../../api/scheduled.ts';
import { useMayAct } from '../../api/session.ts';
import { AskingPopover } from '../../components/asking-popover.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { durationInWords } from '../../format/duration.ts';

/** The most that the server takes. */
const FASTEST = 100_000;
/** What a front desk that answers the calls back can bear. */
const SLOWLY = 60;

/** How fast a message goes: as fast as the carrier takes it, or so many a minute on each channel. */
export function SpeedMenu({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useLingui();
  const { id, state, perMinute } = broadcast;
  const speed = useSpeed(id);
  const mayAct = useMayAct();
  const [isOpen, setOpen] = useState(false);
  const [isLimited, setLimited] = useState(perMinute !== null);
  const [typed, setTyped] = useState<number | string>(perMinute ?? SLOWLY);
  if (!mayAct || state === 'sent' || state === 'canceled') return null;
  const wanted = typeof typed === 'number' && typed >= 1 && typed <= FASTEST ? typed : null;
  const failure = failureOrNull(speed.error);
  const open = () => {
    speed.reset();
    setLimited(perMinute !== null);
    setTyped(perMinute ?? SLOWLY);
    setOpen(true);
  };
  return (
    <AskingPopover
      button={
        perMinute === null
          ? t({ message: 'Speed', context: 'button' })
          : t`Speed: ${plural(perMinute, { one: '# a minute', other: '# a minute' })}`
      }
      label={t`How fast it goes`}
      isOpen={isOpen}
      onOpen={open}
      onClose={() => setOpen(false)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          speed.mutate(isLimited ? wanted : null, { onSuccess: () => setOpen(false) });
        }}
      >
        <Stack gap="sm" maw={300}>
          <Radio.Group
            label={t`How fast it goes`}
            value={isLimited ? 'limited' : 'fast'}
            onChange={(value) => setLimited(value === 'limited')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="fast" label={t`As fast as the carrier takes it`} />
              <Radio value="limited" label={t`So many a minute`} />
            </Stack>
          </Radio.Group>
          {isLimited && (
            <NumberInput
              label={t`Messages a minute, on each channel`}
              value={typed}
              onChange={setTyped}
              min={1}
              max={FASTEST}
              allowDecimal={false}
            />
          )}
          {isLimited && wanted !== null && <TimeLeft broadcast={broadcast} perMinute={wanted} />}
          {failure && <FailureNotice failure={failure} />}
          <Button type="submit" loading={speed.isPending} disabled={isLimited && wanted === null}>
            <Trans>Set the speed</Trans>
          </Button>
        </Stack>
      </form>
    </AskingPopover>
  );
}

/** Channels go side by side: the one with most left takes longest. */
function TimeLeft({ broadcast, perMinute }: { broadcast: Broadcast; perMinute: number }) {
  const left = Math.max(0, ...broadcast.byChannel.map(({ counts }) => counts.waiting));
  if (left === 0) return null;
  const duration = durationInWords((left * 60) / perMinute);
  return (
    <Text size="sm" c="dimmed">
      <Trans>Then what is left takes about {duration}, if the carrier keeps up.</Trans>
    </Text>
  );
}

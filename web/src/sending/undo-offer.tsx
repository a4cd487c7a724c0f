import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useBroadcastOrder } from '../api/broadcasts.ts';
import { failureOf } from '../api/failure.ts';
import { secondsInWords } from '../format/duration.ts';
import { failureInWords } from '../wording/failures.ts';
import type { JustSent } from './just-sent.ts';

/** The seconds in which nothing has gone out yet. */
export function UndoOffer({ sent, secondsLeft }: { sent: JustSent; secondsLeft: number }) {
  const { t } = useLingui();
  const order = useBroadcastOrder(sent.broadcastId);
  const failure = order.error && failureInWords(failureOf(order.error)).what;
  const { people } = sent;
  return (
    <>
      <span>
        {failure === null
          ? t`Sending to ${plural(people, { one: '# person', other: '# people' })}`
          : t`Not taken back: ${failure}`}
      </span>
      <Button
        variant="default"
        size="xs"
        loading={order.isPending}
        onClick={() => order.mutate('cancel')}
      >
        <Trans>Undo</Trans>{' '}
        <span aria-hidden>
          {'\u00a0'}
          {secondsInWords(secondsLeft)}
        </span>
      </Button>
    </>
  );
}

import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { broadcastQuery, useBroadcastOrder } from '../api/broadcasts.ts';
import { failureOf } from '../api/failure.ts';
import { secondsInWords } from '../format/duration.ts';
import { failureInWords } from '../wording/failures.ts';
import { type JustSent, setJustSent } from './just-sent.ts';
import { WriteOn } from './write-on.tsx';

/** The seconds in which nothing has gone out yet. */
export function UndoOffer({ sent, secondsLeft }: { sent: JustSent; secondsLeft: number }) {
  const { t } = useLingui();
  const order = useBroadcastOrder(sent.broadcastId);
  // After a reload only the server knows that it was taken back already.
  const broadcast = useQuery(broadcastQuery(sent.broadcastId));
  if (order.isSuccess || broadcast.data?.state === 'canceled') {
    return (
      <>
        <span>
          <Trans>Taken back. Nothing was sent.</Trans>
        </span>
        <WriteOn broadcastId={sent.broadcastId} />
        <Button variant="default" size="xs" onClick={() => setJustSent(null)}>
          <Trans>Close</Trans>
        </Button>
      </>
    );
  }
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

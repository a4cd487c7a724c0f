import { Button } from '@mantine/core';
import { useBroadcastOrder } from '../api/broadcasts.ts';
import { failureOf } from '../api/failure.ts';
import { counted } from '../format/count.ts';
import { failureInWords } from '../wording/failures.ts';
import { type JustSent, setJustSent } from './just-sent.ts';

/** The seconds in which nothing has gone out yet. */
export function UndoOffer({ sent, secondsLeft }: { sent: JustSent; secondsLeft: number }) {
  const order = useBroadcastOrder(sent.broadcastId);
  if (order.isSuccess) {
    return (
      <>
        <span>Taken back. Nothing was sent.</span>
        <Button variant="default" size="xs" onClick={() => setJustSent(null)}>
          Close
        </Button>
      </>
    );
  }
  return (
    <>
      <span>
        {order.error
          ? `Not taken back: ${failureInWords(failureOf(order.error)).what}`
          : `Sending to ${counted(sent.people, 'person', 'people')}`}
      </span>
      <Button
        variant="default"
        size="xs"
        loading={order.isPending}
        onClick={() => order.mutate('cancel')}
      >
        Undo <span aria-hidden>&nbsp;{secondsLeft} s</span>
      </Button>
    </>
  );
}

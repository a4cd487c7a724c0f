import { plural, t } from '@lingui/core/macro';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { count } from '../format/count.ts';
import type { JustSent } from './just-sent.ts';

type Moved = Pick<Broadcast, 'state' | 'counts' | 'total' | 'quietWait'>;

/** How many of a message have gone out to a carrier, or may have. */
export function goneOf({ counts }: Pick<Broadcast, 'counts'>): number {
  // Not the total less the rest: what was taken back while it was being written was never counted.
  const { sending, with_carrier, delivered, not_delivered, not_sure } = counts;
  return sending + with_carrier + delivered + not_delivered + not_sure;
}

/** Whether all of a message was delivered. */
export function isAllDelivered({ counts, total }: Pick<Broadcast, 'counts' | 'total'>): boolean {
  return total > 0 && counts.delivered === total;
}

/** Whether nothing of it can move any more, but by a report that comes late. */
export function isSettled({ state, counts, total }: Omit<Moved, 'quietWait'>): boolean {
  const open = counts.waiting + counts.sending + counts.with_carrier + counts.not_sure;
  return state === 'sent' && total > 0 && open === 0;
}

/** What the bar says of a message that was not taken back; undefined as long as the server has not told. */
export function sentInWords(
  sent: Pick<JustSent, 'messages' | 'scheduledFor'>,
  broadcast: Moved | undefined,
): string {
  const messages = broadcast?.total || sent.messages;
  const { scheduledFor } = sent;
  if (scheduledFor !== null) {
    return plural(messages, {
      one: `Scheduled. # message will go out ${scheduledFor}.`,
      other: `Scheduled. # messages will go out ${scheduledFor}.`,
    });
  }
  if (broadcast && isSettled(broadcast)) return settledInWords(broadcast);
  return underWayInWords(messages, broadcast?.quietWait?.count ?? 0);
}

/** What was taken back: all of it, or what was left of it. */
export function takenBackInWords(broadcast: Pick<Moved, 'counts' | 'total'>): string {
  const gone = goneOf(broadcast);
  if (gone === 0) return t`Taken back. Nothing was sent.`;
  const all = count(broadcast.total);
  return plural(gone, {
    one: `The rest was taken back. # of ${all} messages had gone out.`,
    other: `The rest was taken back. # of ${all} messages had gone out.`,
  });
}

function settledInWords(broadcast: Moved): string {
  const { total, counts } = broadcast;
  const { delivered, left_out: leftOut } = counts;
  if (leftOut > 0) {
    const meant = count(total + leftOut);
    const left = count(leftOut);
    return plural(delivered, {
      one: `# of ${meant} messages was delivered, ${left} left out.`,
      other: `# of ${meant} messages were delivered, ${left} left out.`,
    });
  }
  const all = count(total);
  if (isAllDelivered(broadcast)) {
    return plural(total, {
      one: 'The message was delivered.',
      other: 'All # messages were delivered.',
    });
  }
  return plural(total, {
    one: 'The message was not delivered.',
    other: plural(delivered, {
      one: `# of ${all} messages was delivered.`,
      other: `# of ${all} messages were delivered.`,
    }),
  });
}

function underWayInWords(messages: number, quiet: number): string {
  const all = count(messages);
  if (quiet > 0) {
    return plural(messages, {
      one: 'Sent. 1 of # message waits for quiet hours.',
      other: plural(quiet, {
        one: `Sent. # of ${all} messages waits for quiet hours.`,
        other: `Sent. # of ${all} messages wait for quiet hours.`,
      }),
    });
  }
  return plural(messages, {
    one: 'Sent. # message is on its way.',
    other: 'Sent. # messages are on their way.',
  });
}

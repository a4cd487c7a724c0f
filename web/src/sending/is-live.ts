import type { Broadcast } from '../../../src/contract/broadcast.ts';

/** Reports of a carrier come within minutes; later ones are met by asking now and then. */
const LATE = 10 * 60_000;

/**
 * Whether a message may still move from one second to the next. Only then is a line kept open for it:
 * a browser has six to a server, for all its windows together.
 */
export function isLive({ state, counts, finishedAt, content }: Broadcast, now: number): boolean {
  // What was taken back is still counted as waiting until it has been closed.
  if (finishedAt === null || (state !== 'sent' && state !== 'canceled')) return true;
  const open = counts.waiting + counts.sending + counts.with_carrier + counts.not_sure;
  // Who has picked up may still press a key.
  const mayMove = open > 0 || content.voice?.keys !== undefined;
  return mayMove && now - Date.parse(finishedAt) < LATE;
}

import type { Outcome } from './outcome.ts';

/** Counts by outcome of which nothing has been counted yet. */
export const NO_COUNTS: Readonly<Record<Outcome, number>> = {
  waiting: 0,
  sending: 0,
  with_carrier: 0,
  delivered: 0,
  not_delivered: 0,
  not_sure: 0,
  left_out: 0,
  taken_back: 0,
};

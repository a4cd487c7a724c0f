import type { Outcome } from './outcome.ts';

/** How an outcome is said, on pages and in files. */
export const outcomeWord: Readonly<Record<Outcome, string>> = {
  waiting: 'Waiting',
  sending: 'Sending',
  with_carrier: 'With the carrier',
  delivered: 'Delivered',
  not_delivered: 'Not delivered',
  not_sure: 'Not sure',
  left_out: 'Left out',
  taken_back: 'Taken back',
};

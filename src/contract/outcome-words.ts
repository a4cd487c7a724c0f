import type { Outcome } from './outcome.ts';

/** How an outcome is said, on pages and in files. */
export const outcomeWord: Readonly<Record<Outcome, string>> = {
  waiting: /*i18n*/ 'Waiting',
  sending: /*i18n*/ 'Sending',
  with_carrier: /*i18n*/ 'With the carrier',
  delivered: /*i18n*/ 'Delivered',
  not_delivered: /*i18n*/ 'Not delivered',
  not_sure: /*i18n*/ 'Not sure',
  left_out: /*i18n*/ 'Left out',
  taken_back: /*i18n*/ 'Taken back',
};

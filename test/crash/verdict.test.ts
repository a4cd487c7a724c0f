import { expect, test } from 'vitest';
import type { LedgerRow } from './ledger.ts';
import { findings } from './verdict.ts';

const none = { duplicates: 0, lost: 0, uncertain: 0, wronglyFailed: 0, failed: 0 };
type Row = Omit<LedgerRow, 'address'>;
const row = (state: Row['state'], failure: string | null = null): Row => ({ state, failure });

test.each<[string, number, Row | undefined, Partial<typeof none>]>([
  ['taken once, and the ledger says so', 1, row('accepted'), {}],
  ['taken twice', 2, row('accepted'), { duplicates: 1 }],
  [
    'taken twice, and in doubt',
    2,
    row('uncertain', 'answer_lost'),
    { duplicates: 1, uncertain: 1 },
  ],
  ['never taken, and the ledger says it was', 0, row('accepted'), { lost: 1 }],
  ['never taken, and the ledger knows nobody', 0, undefined, { lost: 1 }],
  ['never taken, and still waiting', 0, row('ready'), { lost: 1 }],
  ['never taken, and shown as in doubt', 0, row('uncertain', 'answer_lost'), { uncertain: 1 }],
  ['never taken, and failed with a reason', 0, row('failed', 'invalid_address'), { failed: 1 }],
  ['never taken, and failed without a reason', 0, row('failed'), { lost: 1 }],
  ['taken, and the ledger says it failed', 1, row('failed', 'unknown'), { wronglyFailed: 1 }],
])('%s', (_name, times, ofLedger, found) => {
  expect(
    findings(
      1,
      () => times,
      () => ofLedger,
    ),
  ).toEqual({ ...none, ...found });
});

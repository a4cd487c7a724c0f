import type { LedgerRow } from './ledger.ts';

/** What is found when the carrier's book and the ledger are laid side by side, in people. */
export type Findings = {
  /** The carrier took more than one for them. */
  duplicates: number;
  /** The carrier took none, and the ledger does not say that they were not, or may not have been, reached. */
  lost: number;
  /** Left for a person to decide. */
  uncertain: number;
  /** The ledger says that they were not reached, and the carrier took one. */
  wronglyFailed: number;
  /** Not reached, and the ledger says so with a reason. */
  failed: number;
};

/**
 * Compares person by person, from 1 to `people`: `timesOf` is the carrier's word, `rowOf` the
 * ledger's (undefined where it does not know them).
 */
export function findings(
  people: number,
  timesOf: (person: number) => number,
  rowOf: (person: number) => Omit<LedgerRow, 'address'> | undefined,
): Findings {
  const found = { duplicates: 0, lost: 0, uncertain: 0, wronglyFailed: 0, failed: 0 };
  for (let person = 1; person <= people; person += 1) {
    const times = timesOf(person);
    const row = rowOf(person);
    const isFailed = row?.state === 'failed' && row.failure !== null;
    if (times > 1) found.duplicates += 1;
    if (row?.state === 'uncertain') found.uncertain += 1;
    else if (isFailed && times > 0) found.wronglyFailed += 1;
    else if (isFailed) found.failed += 1;
    else if (times === 0) found.lost += 1;
  }
  return found;
}

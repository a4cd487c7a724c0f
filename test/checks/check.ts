/** How many things were right, wrong, and left out by name. */
export type Tally = { passed: number; failed: number; skipped: number };

/** One part of the test command; it never throws for what it finds wrong. */
export type Check = {
  name: string;
  run(run: TestRun): Promise<Tally>;
};

/** What the checks of one run share: a folder that is gone when it ends. */
export type TestRun = { folder: string };

/** A check that is one thing: right or wrong. */
export function one(isRight: boolean): Tally {
  return { passed: isRight ? 1 : 0, failed: isRight ? 0 : 1, skipped: 0 };
}

/** All tallies as one. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, tally) => ({
      passed: all.passed + tally.passed,
      failed: all.failed + tally.failed,
      skipped: all.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

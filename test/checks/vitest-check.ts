import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Check, Tally } from './check.ts';
import { runChild } from './child.ts';

/** What we read of the report that vitest's json reporter writes. */
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** The tests of one project of vitest.config.ts, counted one by one. */
export function vitestCheck(name: string, project: string): Check {
  return {
    name,
    run: async (run) => {
      const file = join(run.folder, `${project}.json`);
      const code = await runChild(run, 'vitest', [
        ...['run', '--project', project, '--silent=passed-only'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ]);
      return tallyOf(await readFile(file, 'utf8').catch(() => null), code);
    },
  };
}

/**
 * Counts a report. A file that could not be loaded counts as one failure; so does an exit code that
 * no failed test explains, no report, and a report without a single test.
 */
export function tallyOf(text: string | null, exitCode: number): Tally {
  if (text === null) return { passed: 0, failed: 1, skipped: 0 };
  const found = report.parse(JSON.parse(text));
  const unloaded = found.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = found.numFailedTests + unloaded;
  const passed = found.numPassedTests;
  const isUnexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return {
    passed,
    failed: isUnexplained ? 1 : failed,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

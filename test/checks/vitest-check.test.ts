import { describe, expect, test } from 'vitest';
import { tallyOf } from './vitest-check.ts';

type TestFile = { status: string; assertionResults: { status: string }[] };

const file = (status: string, ...tests: string[]): TestFile => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

/** A report as vitest writes it. */
function reportOf(...testResults: TestFile[]): string {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string) => tests.filter((one) => one.status === status).length;
  return JSON.stringify({
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    testResults,
  });
}

describe('tallyOf', () => {
  test('counts tests', () => {
    const text = reportOf(
      file('passed', 'passed', 'passed', 'pending'),
      file('failed', 'passed', 'failed', 'todo'),
    );
    expect(tallyOf(text, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const text = reportOf(file('passed', 'passed'), file('failed'));
    expect(tallyOf(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('counts a file whose hook failed after its tests had passed', () => {
    expect(tallyOf(reportOf(file('failed', 'passed')), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  test.each([
    ['an exit code without a failed test', reportOf(file('passed', 'passed')), 1, 1],
    ['no test at all', reportOf(), 0, 0],
    ['no report', null, 0, 0],
  ])('fails on %s', (_what, text, code, passed) => {
    expect(tallyOf(text, code)).toEqual({ passed, failed: 1, skipped: 0 });
  });
});

import { type Check, one } from './check.ts';
import { runChild } from './child.ts';

/** A check that a program makes: right when it ends with exit code 0. */
export function commandCheck(name: string, program: string, words: readonly string[]): Check {
  return {
    name,
    run: async (run) => one((await runChild(run, program, words)) === 0),
  };
}

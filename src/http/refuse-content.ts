import type { ContentProblem } from '../message/compile-content.ts';
import { HttpProblem } from './problems.ts';

/** Refuses texts by what is wrong with each of them, and where. */
export function refuseContent(problems: readonly ContentProblem[]): never {
  const errors = problems.map(({ path, message }) => ({
    path: `content.${path}`,
    message,
  }));
  throw new HttpProblem('invalid_input', errors[0]?.message, errors);
}

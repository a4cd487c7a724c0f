import type { Plan } from '../../../../src/contract/plan.ts';

/** Whether nobody would get anything, not even by a fallback that comes at once. */
export function hearsNothing({ reached, fallbacks }: Plan): boolean {
  return reached === 0 && fallbacks.every(({ atOnce }) => atOnce === 0);
}

import { createHash } from 'node:crypto';

/**
 * A number from 0 to below 1 that depends on nothing but its facts: the same seed and question give the
 * same answer, in whatever order the processes come to ask.
 */
export function dice(...facts: readonly (string | number)[]): number {
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}

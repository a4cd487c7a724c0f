import { describe, expect, it } from 'vitest';
import { Patience } from './patience.ts';

/** After many answers that came so late. */
function patienceAfter(...milliseconds: number[]): number {
  const patience = new Patience();
  for (const one of milliseconds) patience.note(one);
  return patience.length;
}

describe('Patience', () => {
  it('has none before anything was answered, or where answers come at once', () => {
    expect(patienceAfter()).toBe(0);
    expect(patienceAfter(0.2, 3, 0.1)).toBe(0);
  });

  it('is an eighth of the usual time, and bounded', () => {
    expect(patienceAfter(48)).toBe(6);
    expect(patienceAfter(4_000)).toBe(20);
  });

  it('follows a provider that becomes slower, and is not upset by one late answer', () => {
    expect(patienceAfter(...Array<number>(20).fill(16), 160)).toBeLessThan(4);
    expect(
      patienceAfter(...Array<number>(20).fill(16), ...Array<number>(100).fill(80)),
    ).toBeGreaterThan(9);
  });
});

import { expect, it } from 'vitest';
import { refresher } from './refresher.ts';

it('shows what is new, once, and passes over a read that failed', async () => {
  const answers = [1, 1, new Error('away'), 2];
  const shown: string[] = [];
  const refresh = refresher(
    async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    (json) => shown.push(json),
  );
  for (let time = 1; time <= 4; time += 1) await refresh();
  expect(shown).toEqual(['1', '2']);
});

it('reads once more, and no oftener, when asked while it reads', async () => {
  let now = 1;
  let reads = 0;
  const waiting: (() => void)[] = [];
  const shown: string[] = [];
  const refresh = refresher(
    async () => {
      reads += 1;
      const seen = now;
      await new Promise<void>((resolve) => waiting.push(resolve));
      return seen;
    },
    (json) => shown.push(json),
  );
  const first = refresh();
  now = 2;
  for (let call = 1; call <= 5; call += 1) void refresh();
  waiting.shift()?.();
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()?.();
  await first;
  expect({ reads, shown }).toEqual({ reads: 2, shown: ['1', '2'] });
});

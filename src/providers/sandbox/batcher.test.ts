import { expect, test } from 'vitest';
import { Batcher } from './batcher.ts';

test('what is asked for in one turn is done together, and each asker gets its own', async () => {
  const sizes: number[] = [];
  const batcher = new Batcher(async (items: readonly number[]) => {
    sizes.push(items.length);
    return items.map((item) => item * 2);
  });
  const results = await Promise.all([1, 2, 3].map((item) => batcher.add(item)));
  expect(results).toEqual([2, 4, 6]);
  expect(sizes).toEqual([3]);
});

test('while the allowed batches are under way, the next ones gather; none is larger than allowed', async () => {
  const sizes: number[] = [];
  const doors: (() => void)[] = [];
  const batcher = new Batcher(
    async (items: readonly number[]) => {
      sizes.push(items.length);
      await new Promise<void>((resolve) => doors.push(resolve));
      return items;
    },
    { largest: 4, concurrency: 1 },
  );
  const first = batcher.add(0);
  await expect.poll(() => doors.length).toBe(1);
  const others = Array.from({ length: 6 }, (_, item) => batcher.add(item + 1));
  for (let n = 0; n < 3; n += 1) {
    await expect.poll(() => doors.length).toBe(n + 1);
    doors[n]?.();
  }
  expect(await Promise.all([first, ...others])).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(sizes).toEqual([1, 4, 2]);
});

test('a batch that fails fails for each of its askers, and the next one goes on', async () => {
  let fails = true;
  const batcher = new Batcher(async (items: readonly number[]) => {
    if (fails) throw new Error('lost');
    return items;
  });
  const both = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await batcher.add(3)).toBe(3);
});

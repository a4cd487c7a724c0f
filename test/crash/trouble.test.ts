import { expect, test } from 'vitest';
import type { Settings } from './settings.ts';
import { troublesOf } from './trouble.ts';

const settings: Settings = {
  messages: 1_000,
  kills: 40,
  dbCrashes: 3,
  stalls: 2,
  lostReplies: 0,
  seed: 5,
  provider: 'http',
  workers: 3,
  plant: null,
};

test('as many crashes as asked for, in order, all while messages are still to be sent', () => {
  const troubles = troublesOf(settings);
  expect(troubles.filter(({ what }) => what === 'worker')).toHaveLength(40);
  expect(troubles.filter(({ what }) => what === 'database')).toHaveLength(3);
  expect(troubles.filter(({ what }) => what === 'stall')).toHaveLength(2);
  const moments = troubles.map(({ after }) => after);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(moments[0]).toBe(0);
  expect(moments.at(-1)).toBeLessThan(1_000);
  const places = troubles.map((trouble) => (trouble.what === 'database' ? 0 : trouble.place));
  expect(new Set(places)).toEqual(new Set([0, 1, 2]));
});

test('the seed decides them', () => {
  expect(troublesOf(settings)).toEqual(troublesOf({ ...settings }));
  expect(troublesOf({ ...settings, seed: 6 })).not.toEqual(troublesOf(settings));
});

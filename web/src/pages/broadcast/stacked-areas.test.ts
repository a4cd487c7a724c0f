import { expect, test } from 'vitest';
import { NO_COUNTS } from '../../../../src/contract/no-counts.ts';
import { stackedAreas } from './stacked-areas.ts';

test('each area stands on the one before, and all of them against all messages', () => {
  const points = [
    { at: '2026-03-08T09:00:00Z', counts: { ...NO_COUNTS, waiting: 4, left_out: 9 } },
    {
      at: '2026-03-08T09:00:30Z',
      counts: { ...NO_COUNTS, waiting: 2, delivered: 1, with_carrier: 1 },
    },
    { at: '2026-03-08T09:01:00Z', counts: { ...NO_COUNTS, delivered: 3, not_delivered: 1 } },
  ];
  expect(stackedAreas(points, ['delivered', 'not_delivered'])).toEqual({
    most: 4,
    paths: [
      {
        outcome: 'delivered',
        d: 'M0.0,100.00L500.0,75.00L1000.0,25.00L1000.0,100.00L500.0,100.00L0.0,100.00Z',
      },
      {
        outcome: 'not_delivered',
        d: 'M0.0,100.00L500.0,75.00L1000.0,0.00L1000.0,25.00L500.0,75.00L0.0,100.00Z',
      },
    ],
  });
});

import { useEffect, useRef, useState } from 'react';
import type { Broadcast } from '../../../../src/contract/broadcast.ts';
import { now } from '../../clock.ts';

/** How fast a message goes out: settled deliveries a second, and seconds that are left. */
export type Pace = { perSecond: number; secondsLeft: number };

/** Measures the pace over the last ten seconds; null until there is something to measure. */
export function usePace(broadcast: Broadcast): Pace | null {
  const seen = useRef<{ at: number; settled: number }[]>([]);
  const [pace, setPace] = useState<Pace | null>(null);
  const moving = broadcast.state === 'sending' && broadcast.pausedAt === null;
  const settled = settledOf(broadcast);
  const { total } = broadcast;
  useEffect(() => {
    if (!moving) {
      seen.current = [];
      setPace(null);
      return;
    }
    const at = now();
    seen.current = [...seen.current.filter((sample) => at - sample.at < 10_000), { at, settled }];
    const [first] = seen.current;
    if (first === undefined || at - first.at < 1_000 || settled <= first.settled) return;
    const perSecond = ((settled - first.settled) * 1_000) / (at - first.at);
    setPace({ perSecond, secondsLeft: (total - settled) / perSecond });
  }, [moving, settled, total]);
  return pace;
}

/** How many deliveries have left the house, one way or another. */
export function settledOf({ total, counts }: Broadcast): number {
  return Math.max(0, total - counts.waiting - counts.sending);
}

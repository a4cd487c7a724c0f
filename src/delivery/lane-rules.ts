import { Allowance } from './allowance.ts';
import { askAgain } from './ask-again.ts';
import { type Judge, readJudge } from './judge.ts';
import type { DueLane } from './lane.ts';
import { laneSpeed } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { limitsOf } from './limit.ts';
import type { Carrier } from './provider-pool.ts';

/** By what a run decides. The door compares it with what holds then: `stale`, and it is read anew. */
export type LaneRules = { judge: Judge; perMinute: number | null; allowance: Allowance };

/**
 * Reads what holds for a lane now: the account's policy, the speed that was chosen, the limits. Whoever
 * waits for quiet hours that are others now is ready to be claimed afterwards.
 */
export async function readLaneRules(
  { pool, clock }: LaneTools,
  lane: DueLane,
  carrier: Carrier,
): Promise<LaneRules> {
  await askAgain(pool, lane, clock.now());
  const judge = await readJudge(pool, lane);
  const perMinute = await laneSpeed(pool, lane);
  const allowance = new Allowance(pool, lane, limitsOf(lane, carrier, perMinute));
  return { judge, perMinute, allowance };
}

import { Allowance } from './allowance.ts';
import { askAgain } from './ask-again.ts';
import { readGuardLimits } from './guard-limits.ts';
import { type Judge, readJudge } from './judge.ts';
import type { DueLane } from './lane.ts';
import { laneSpeed } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { limitsOf } from './limit.ts';
import type { Carrier } from './provider-pool.ts';

/** By what a run decides. The door compares it with what holds then: `stale`, and it is read anew. */
export type LaneRules = { judge: Judge; perMinute: number | null; allowance: Allowance };

/** The rules that a run has, or new ones: a new hour or day has limits of its own. */
export async function rulesNow(
  tools: LaneTools,
  lane: DueLane,
  carrier: Carrier,
  had: LaneRules | null,
): Promise<LaneRules> {
  const now = tools.clock.now();
  const ends = had?.allowance.endsAt ?? null;
  if (had && (ends === null || now < ends)) return had;
  await had?.allowance.giveBack(now);
  return readLaneRules(tools, lane, carrier);
}

/**
 * Reads what holds for a lane now: the account's policy, the speed that was chosen, the limits. Whoever
 * waits for quiet hours that are others now is ready to be claimed afterwards.
 */
async function readLaneRules(
  { pool, clock }: LaneTools,
  lane: DueLane,
  carrier: Carrier,
): Promise<LaneRules> {
  await askAgain(pool, lane, clock.now());
  const judge = await readJudge(pool, lane);
  const perMinute = await laneSpeed(pool, lane);
  const { providerId } = carrier;
  const guards = await readGuardLimits(pool, lane, providerId, judge.policy, clock.now());
  const limits = [...limitsOf(lane, carrier, perMinute), ...guards.limits];
  const allowance = new Allowance(pool, lane, limits, guards.price);
  return { judge, perMinute, allowance };
}

import { give } from '../platform/signals.ts';
import type { BroadcastText } from './broadcast-text.ts';
import { closeCircuit, leaveTrial, takeTrial } from './circuit.ts';
import type { DueLane, LaneRest } from './lane.ts';
import { LaneRun } from './lane-run.ts';
import type { LaneTools } from './lane-tools.ts';
import type { Carrier } from './provider-pool.ts';

/** Milliseconds beyond the provider's time-out after which a trial that was cut off counts no more. */
const GRACE = 5_000;

/**
 * Tries a provider whose circuit's time has come with one delivery, while no other process does. A word
 * of life closes the circuit and wakes all its lanes; a failure opens it for longer; where there was
 * nothing to send, somebody else may try. Returns until when the lane waits; null: it may go on.
 */
export async function tryCircuit(
  tools: LaneTools,
  lane: DueLane,
  carrier: Carrier,
  text: BroadcastText,
  began: (run: LaneRun) => void,
): Promise<LaneRest | null> {
  const { pool, clock } = tools;
  const { breaker, providerId, capabilities } = carrier;
  const now = clock.now();
  const until = new Date(now.getTime() + capabilities.timeout + GRACE);
  if (!(await takeTrial(pool, lane, providerId, now, until))) return { until, why: 'circuit' };
  breaker.close({ isTrial: true });
  const run = new LaneRun(tools, lane, carrier, text, { atMost: 1 });
  began(run);
  const rest = await run.run();
  if (breaker.openUntil) return { until: breaker.openUntil, why: 'circuit' };
  if (breaker.isAlive) {
    await closeCircuit(pool, lane.accountId, providerId, lane.channel, clock.now());
    await give(pool, { topic: 'work' });
  } else await leaveTrial(pool, lane, providerId, clock.now());
  return rest;
}

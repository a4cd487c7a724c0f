import type { DueLane, LaneRest, WaitsFor } from './lane.ts';
import type { LaneRules } from './lane-rules.ts';
import type { LaneTools } from './lane-tools.ts';
import { ringAlarm } from './ring-alarm.ts';

/**
 * What was claimed and not covered waits for the limit that stood against it: until when, and why;
 * null where none did. Where it is the alarm of an hour, it waits for a person. `noted`: why it went slowly,
 * of a run that only ends its turn.
 */
export async function restOf(
  { pool, clock }: LaneTools,
  lane: DueLane,
  rules: LaneRules | null,
  noted: WaitsFor | null,
): Promise<LaneRest | null> {
  const now = clock.now();
  const refusal = rules?.allowance.refusal(now);
  if (!refusal) return noted ? { until: now, why: noted } : null;
  if (refusal.limit.waitsFor === 'alarm') {
    await ringAlarm(pool, lane, now, { reason: 'unusual_rate', deliveryId: null });
    return null;
  }
  return { until: new Date(now.getTime() + refusal.wait), why: refusal.limit.waitsFor };
}

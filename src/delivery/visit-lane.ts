import { readBroadcastText } from './broadcast-text.ts';
import type { DueLane, LaneRest } from './lane.ts';
import { LaneRun } from './lane-run.ts';
import { endIfShut, parkLane } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { quarantineLane } from './quarantine-lane.ts';
import { recover, settleDoubts } from './settle-doubts.ts';
import { reportingProviders, sweepFallback } from './sweep-fallback.ts';
import { tryCircuit } from './try-circuit.ts';

/**
 * One visit to a lane, from its being due until nothing is left to do in it now. Only sending needs a
 * provider and a text that compiles: taking back, expiring and settling go on without. Throws where
 * the database is away, or something waits that nobody can send. `began` is handed each run, to stop it.
 */
export async function visitLane(
  tools: LaneTools,
  lane: DueLane,
  began: (run: LaneRun) => void,
): Promise<void> {
  const { pool, clock } = tools;
  await recover(tools, lane);
  await quarantineLane(tools, lane);
  await settleDoubts(tools, lane);
  const reporting = await reportingProviders(tools, lane.accountId, lane.fallbackFor);
  const isShut = (await endIfShut(pool, lane, clock.now())) || lane.isPaused;
  if (!isShut) await sweepFallback(tools, lane, reporting);
  const rest = isShut ? null : await send(tools, lane, began);
  await parkLane(pool, lane, clock.now(), { rest, silenceTells: reporting.length > 0 });
  tools.changed(lane);
}

async function send(
  tools: LaneTools,
  lane: DueLane,
  began: (run: LaneRun) => void,
): Promise<LaneRest | null> {
  const { pool, clock, providers } = tools;
  const { accountId, channel, broadcastId } = lane;
  const { carrier, trial, until } = await providers.choose(pool, accountId, channel, clock.now());
  if (!carrier && !trial) {
    if (until) return { until, why: 'circuit' };
    throw new Error(`no provider carries ${channel} of ${accountId}`);
  }
  const text = await readBroadcastText(pool, accountId, broadcastId);
  // While one message tries the provider that was away, the others go by the one that stands in.
  const tried = trial ? tryCircuit(tools, lane, trial, text, began) : null;
  const run = carrier ? new LaneRun(tools, lane, carrier, text) : null;
  if (run) began(run);
  const [rest, restOfTrial] = await Promise.all([run?.run() ?? null, tried]);
  return run ? rest : restOfTrial;
}

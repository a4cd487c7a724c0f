import { openCircuit } from './circuit.ts';
import type { DueLane } from './lane.ts';
import type { LaneTools } from './lane-tools.ts';
import type { Carrier } from './provider-pool.ts';

/** Whether a carrier is away, as its answers say; whoever sees it first tells all processes. */
export async function isAway(
  { pool, clock, log }: LaneTools,
  lane: DueLane,
  { breaker, providerId }: Carrier,
  isTrial: boolean,
): Promise<boolean> {
  if (!breaker.isOpen) return false;
  const trip = breaker.takeTrip();
  if (trip) {
    const now = clock.now();
    breaker.open(await openCircuit(pool, lane, providerId, { trip, isTrial, now }));
    log.warn({ provider: providerId, ...trip }, 'delivery: a provider is away');
  }
  return true;
}

/** Whether a lane would be carried now as it is: its provider may have been changed, or another be tried. */
export async function isStillChosen(
  { pool, clock, providers }: LaneTools,
  { accountId, channel }: DueLane,
  { breaker }: Carrier,
): Promise<boolean> {
  const { carrier, trial } = await providers.choose(pool, accountId, channel, clock.now());
  return trial === null && carrier?.breaker === breaker;
}

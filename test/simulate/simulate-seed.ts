import type { Database } from '../../src/platform/database.ts';
import { type Choice, chaos, ordinaryChoices, waiting } from './choices.ts';
import { pausing, settling } from './desk.ts';
import { brokenAtTheEnd } from './end-rules.ts';
import type { LaneView } from './ledger-view.ts';
import { withNames } from './names.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { Random } from './random.ts';
import { drawScenario } from './scenario.ts';
import { Simulation } from './simulation.ts';
import { Stage } from './stage.ts';

/** So many steps after which a seed that should have come to rest does not. */
const STEPS = 6_000;
/** A bit pattern that keeps the engine's own draws apart from those of the simulation. */
const OTHER = 0x5bd1e995;

/** What became of a seed: the rule that it broke, and how it came about. */
export type SeedResult = { seed: number; violation: string | null; steps: number; trace: string[] };

/** Plays one seed to its end, or to the first rule that is broken. The same seed plays the same. */
export async function simulateSeed(
  database: Database,
  seed: number,
  bug: PlantedBug | null = null,
): Promise<SeedResult> {
  const monitor = await database.engine.connect();
  const { random: ofEngine } = Math;
  // The engine spreads its retries by it.
  Math.random = new Random(seed ^ OTHER).next;
  try {
    const random = new Random(seed);
    const drawn = drawScenario(random);
    const scenario = bug?.haunt?.(drawn) ?? drawn;
    const stage = new Stage(monitor);
    const world = await Simulation.begin({ database, stage, random, scenario, bug });
    world.trace.step(`seed ${seed}: ${JSON.stringify(scenario)}`);
    const violation = await play(world);
    if (violation) world.trace.step(`BROKEN: ${violation}`);
    await sweep(world);
    const { lines } = world.trace;
    return { seed, violation, steps: lines.length, trace: lines };
  } finally {
    Math.random = ofEngine;
    monitor.release();
  }
}

async function play(world: Simulation): Promise<string | null> {
  const { random, scenario } = world;
  for (let step = 0; step < scenario.length; step += 1) {
    const next = waiting(world);
    const choices = [...ordinaryChoices(world, false), ...chaos(world), ...(next ? [next] : [])];
    const broken = await happen(world, random.weighted(choices));
    if (broken) return broken;
  }
  return (await playCalmly(world)) ?? (await decide(world)) ?? ended(world);
}

/** All faults are over: from now on everything must come to its end. */
async function playCalmly(world: Simulation): Promise<string | null> {
  const { random, carrier, stage, trace } = world;
  trace.step('calm');
  [carrier.isCalm, carrier.isDown] = [true, false];
  for (const worker of world.workers) worker.owner.skew = 0;
  for (let step = 0; step < STEPS; step += 1) {
    if (world.workers.length === 0) world.startWorker();
    const paused = pausedLanes(world);
    const isIdle = stage.waiting.length === 0 && stage.blocked === 0;
    if (isIdle)
      for (const lane of paused)
        world.start(pausing(world.accountId, lane.broadcast, false, world.names));
    const choices = ordinaryChoices(world, true);
    const next =
      choices.length > 0
        ? random.weighted(choices)
        : isIdle && paused.length === 0
          ? waiting(world)
          : null;
    if (!next && isIdle && paused.length === 0) return null;
    const broken = await happen(world, next ?? { what: 'nothing', weight: 1, act: () => {} });
    if (broken) return broken;
  }
  return 'it does not come to rest';
}

/** Those that can be resumed: not where all was sent before the pause came. */
function pausedLanes({ ledger: { lanes, broadcasts } }: Simulation): LaneView[] {
  const over = new Set(broadcasts.filter(({ isFinished }) => isFinished).map(({ id }) => id));
  return lanes.filter(({ isPaused, broadcast }) => isPaused && !over.has(broadcast));
}

/** People decide about most of what nobody can be asked about. */
async function decide(world: Simulation): Promise<string | null> {
  const { random, ledger, accountId, names } = world;
  for (const { id, state } of ledger.deliveries) {
    if (state !== 'uncertain' || random.chance(0.3)) continue;
    world.start(settling(accountId, id, random.pick(['send_again', 'write_off']), names));
  }
  return playCalmly(world);
}

function ended({ ledger, carrier, grants, names }: Simulation): string | null {
  const broken = brokenAtTheEnd({ ledger, taken: carrier.taken, grants });
  return broken && withNames(broken, names);
}

async function happen(world: Simulation, { what, act }: Choice): Promise<string | null> {
  world.trace.step(what);
  act();
  await world.stage.settle();
  world.endStopped();
  return world.judge();
}

/** Lets go of everything that still waits. */
async function sweep({ stage, workers }: Simulation): Promise<void> {
  for (const worker of workers) stage.crash(worker.owner);
  for (const { owner } of [...stage.waiting, ...stage.torn]) stage.crash(owner);
  await stage.settle();
}

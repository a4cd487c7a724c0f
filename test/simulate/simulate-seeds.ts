import { type ChildProcess, fork } from 'node:child_process';
import type { DatabaseAddress } from '../../src/platform/database.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { makeSimulationDatabase, type ServerAddress } from './simulation-database.ts';

/** What a child is asked to do: every `step`th seed from `first` to `last`. */
export type SeedOrder = {
  address: DatabaseAddress;
  first: number;
  last: number;
  step: number;
  bug: PlantedBug['name'] | null;
};

/** What a child says of a seed that is over. */
export type SeedWord = { seed: number; violation: string | null };

/** How many seeds were played, how many broke a rule, and the first that did. */
export type Found = { seeds: number; violations: number; firstSeed: number | null };

/** How seeds 1 to `seeds` are played: in so many processes, each on a database of its own. */
export type SeedPlan = {
  seeds: number;
  processes: number;
  /** What the databases are called, but for a number. */
  prefix: string;
  /** A migrated database to copy. */
  template?: string;
  bug?: SeedOrder['bug'];
  /** Told how it goes, and of each violation. */
  say(line: string): void;
};

/** Plays them all, whatever is found. */
export async function simulateSeeds(server: ServerAddress, plan: SeedPlan): Promise<Found> {
  const { say } = plan;
  const found: Found = { seeds: 0, violations: 0, firstSeed: null };
  const begun = performance.now();
  const note = ({ seed, violation }: SeedWord) => {
    found.seeds += 1;
    if (violation) {
      found.violations += 1;
      found.firstSeed = Math.min(seed, found.firstSeed ?? seed);
      say(`seed ${seed}: ${violation}`);
    }
    if (found.seeds % 500 !== 0) return;
    const each = found.seeds / ((performance.now() - begun) / 1_000);
    say(`${found.seeds} seeds, ${each.toFixed(1)} a second`);
  };
  const children: Promise<void>[] = [];
  for (let n = 0; n < plan.processes; n += 1) {
    // One after the other: the roles that migrations make belong to the whole server.
    const address = await makeSimulationDatabase(server, `${plan.prefix}_${n}`, plan.template);
    const order = {
      address,
      first: n + 1,
      last: plan.seeds,
      step: plan.processes,
      bug: plan.bug ?? null,
    };
    const child = fork(new URL('./seed-child.ts', import.meta.url), { execArgv: [] });
    children.push(finish(child, order, note));
  }
  await Promise.all(children);
  return found;
}

function finish(
  child: ChildProcess,
  order: SeedOrder,
  note: (word: SeedWord) => void,
): Promise<void> {
  // Over the channel between the two, for the address holds a password.
  child.send(order);
  // It says nothing else.
  child.on('message', (word) => note(word as SeedWord));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a process of the simulation ended with ${code}`));
    });
  });
}

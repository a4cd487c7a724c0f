import type { Pool } from 'pg';
import { type RunningClock, sleep } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { ClockGuard } from './clock-guard.ts';
import { clockProblem } from './clock-offset.ts';
import { durabilityProblem } from './durability.ts';
import type { DueLane } from './lane.ts';
import type { LaneRun } from './lane-run.ts';
import { dueLanes, putOff } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import type { ProviderPool } from './provider-pool.ts';
import { visitLane } from './visit-lane.ts';

/** Lanes that one process works on at once. */
const LANES = 16;
/** Milliseconds after which due lanes are looked for though nobody called. */
const POLL = 500;
/** Milliseconds for which a lane that failed is left alone. */
const REST = 2_000;

export type DispatcherParts = {
  pool: Pool;
  clock: RunningClock;
  log: Log;
  providers: ProviderPool;
  /** Told when something of a broadcast has moved. */
  changed(accountId: string, broadcastId: string): void;
};

/** A lane that is being worked on. */
type Visit = { runs: LaneRun[]; ended: Promise<void> };

/**
 * Finds the lanes that are due and runs them side by side, so that a slow or large one holds up no
 * other. Any number of dispatchers, in any number of processes, may share a database.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #guard: ClockGuard;
  readonly #visits = new Map<string, Visit>();
  #stopped = false;
  #isAway = false;
  #wanted = false;
  #woken: (() => void) | null = null;
  #loop: Promise<void> = Promise.resolve();

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    const { pool, clock, log } = parts;
    this.#guard = new ClockGuard(clock, log, () => clockProblem(pool, clock));
  }

  start(): void {
    this.#loop = this.#watch();
  }

  /** There may be work: look now. */
  wake(): void {
    this.#wanted = true;
    this.#woken?.();
  }

  /** Opens no further attempts, waits for those on the wire, and commits their answers. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    this.#halt();
    await this.#loop;
    await Promise.all([...this.#visits.values()].map(({ ended }) => ended));
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      this.#wanted = false;
      try {
        if (await this.#guard.forbids()) this.#halt();
        else await this.#look();
        this.#isAway = false;
      } catch (error) {
        // Once an outage, not twice a second.
        if (!this.#isAway) {
          this.#parts.log.error({ error }, 'dispatcher: the database does not answer');
        }
        this.#isAway = true;
      }
      await this.#pause();
    }
  }

  /** What runs opens nothing more, and ends once it has its answers. */
  #halt(): void {
    for (const { runs } of this.#visits.values()) for (const run of runs) run.stop();
  }

  async #look(): Promise<void> {
    const { pool, clock, log } = this.#parts;
    const free = LANES - this.#visits.size;
    if (free <= 0) return;
    const lanes = await dueLanes(pool, clock.now(), [...this.#visits.keys()], free);
    if (lanes.length === 0) return;
    const problem = await durabilityProblem(pool);
    if (problem) {
      log.error({}, problem);
      return;
    }
    for (const lane of lanes) this.#visit(lane);
  }

  #visit(lane: DueLane): void {
    const visit: Visit = { runs: [], ended: Promise.resolve() };
    this.#visits.set(lane.id, visit);
    visit.ended = visitLane(this.#tools(lane), lane, (run) => {
      visit.runs.push(run);
      if (this.#stopped) run.stop();
    })
      .catch((error: unknown) => this.#rest(lane, error))
      .finally(() => {
        this.#visits.delete(lane.id);
        this.wake();
      });
  }

  #tools(lane: DueLane): LaneTools {
    const { changed, ...parts } = this.#parts;
    return {
      ...parts,
      changed: () => changed(lane.accountId, lane.broadcastId),
      isStopping: () => this.#stopped,
    };
  }

  /** A lane that failed goes to the end of the queue, or waits here while the database is away. */
  async #rest(lane: DueLane, error: unknown): Promise<void> {
    const { pool, clock, log } = this.#parts;
    log.error({ error, lane: lane.id }, 'dispatcher: a lane failed');
    if (this.#stopped) return;
    const until = new Date(clock.now().getTime() + REST);
    await putOff(pool, lane, until).catch(() => sleep(clock, REST));
  }

  async #pause(): Promise<void> {
    if (this.#wanted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL);
      this.#woken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

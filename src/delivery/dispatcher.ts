import type { Pool } from 'pg';
import type { UnsubscribeLinks } from '../message/unsubscribe-link.ts';
import { type RunningClock, sleep } from '../platform/clock.ts';
import { english } from '../platform/english.ts';
import type { Log } from '../platform/log.ts';
import { ClockGuard } from './clock-guard.ts';
import { clockProblem } from './clock-offset.ts';
import { durabilityProblem } from './durability.ts';
import type { FileTools } from './enclose.ts';
import type { DueLane } from './lane.ts';
import type { LaneRun } from './lane-run.ts';
import { dueLanes, putOff } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import type { LedgerHome } from './ledger-home.ts';
import type { ProviderPool } from './provider-pool.ts';
import { visitLane } from './visit-lane.ts';

/** Lanes that one process works on at once, and how many more where they are of single messages. */
const LANES = 16;
const SINGLES = 4;
/** Lanes that may be under way at all, those included that only wait for their last answers. */
const UNDER_WAY = 64;
/** Milliseconds that a lane has for itself when others wait for their turn. */
const SLICE = 2_000;
/** Milliseconds after which due lanes are looked for though nobody called. */
const POLL = 500;
/** Milliseconds for which a lane that failed is left alone. */
const REST = 2_000;

export type DispatcherParts = {
  pool: Pool;
  clock: RunningClock;
  log: Log;
  providers: ProviderPool;
  files?: FileTools | undefined;
  home: LedgerHome;
  links?: UnsubscribeLinks;
  /** Told when something of a broadcast has moved. */
  changed(accountId: string, broadcastId: string): void;
};

/** A lane that is being worked on; `isEnding` where it was told that its turn is over. */
type Visit = {
  lane: DueLane;
  since: number;
  runs: LaneRun[];
  isEnding: boolean;
  ended: Promise<void>;
};

/**
 * Finds the lanes that are due and runs them side by side, so that a slow or large one holds up no
 * other: single messages have places of their own, and where more wait than there are places, each
 * broadcast has a short turn and goes to the end of the queue. Any number of dispatchers, in any number of processes, may share a database.
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
    const { pool, clock, log, home } = this.#parts;
    // Runs that found the ledger moved wait for it.
    await home.settle();
    const busy = [...this.#visits.keys()];
    const lanes = await dueLanes(pool, clock.now(), busy, LANES + SINGLES, this.#crowded());
    if (lanes.length === 0) return;
    const problem = await durabilityProblem(pool);
    if (problem) {
      log.error({}, english(problem));
      return;
    }
    const waiting = lanes.filter((lane) => !this.#beginIfRoom(lane));
    this.#endTurns(waiting.length);
  }

  #beginIfRoom(lane: DueLane): boolean {
    const most = lane.kind === 'single' ? LANES + SINGLES : LANES;
    const hasRoom = this.#working().length < most && this.#visits.size < UNDER_WAY;
    if (hasRoom) this.#visit(lane);
    return hasRoom;
  }

  #working(): Visit[] {
    return [...this.#visits.values()].filter(({ isEnding }) => !isEnding);
  }

  /** Accounts that have as much of the work as is theirs, if another one wanted some as well. */
  #crowded(): string[] {
    const lanes = this.#working().map(({ lane }) => lane.accountId);
    const accounts = [...new Set(lanes)];
    const share = Math.max(1, Math.floor(LANES / (accounts.length + 1)));
    return accounts.filter((account) => lanes.filter((one) => one === account).length >= share);
  }

  /** So many lanes wait: that many of those that had their time make room, the longest first. */
  #endTurns(count: number): void {
    const now = this.#parts.clock.monotonic();
    const over = this.#working()
      .filter(({ lane, since }) => lane.kind === 'broadcast' && now - since >= SLICE)
      .sort((a, b) => a.since - b.since);
    for (const visit of over.slice(0, count)) {
      visit.isEnding = true;
      for (const run of visit.runs) run.finish();
    }
  }

  #visit(lane: DueLane): void {
    const since = this.#parts.clock.monotonic();
    const visit: Visit = { lane, since, runs: [], isEnding: false, ended: Promise.resolve() };
    this.#visits.set(lane.id, visit);
    visit.ended = visitLane(this.#tools(lane), lane, (run) => {
      visit.runs.push(run);
      if (this.#stopped) run.stop();
      if (visit.isEnding) run.finish();
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

import type { DueLane } from '../../src/delivery/lane.ts';
import type { LaneRun } from '../../src/delivery/lane-run.ts';
import { dueLanes, putOff } from '../../src/delivery/lane-statements.ts';
import type { LaneTools } from '../../src/delivery/lane-tools.ts';
import { visitLane } from '../../src/delivery/visit-lane.ts';
import type { Owner } from './owner.ts';

const LANES = 16;
/** As the dispatcher leaves a lane alone that failed. */
const REST = 2_000;

/**
 * A worker process: looks for lanes that are due and visits them side by side, as the dispatcher
 * does, but looks only when the simulation lets it.
 */
export class VirtualWorker {
  readonly owner: Owner;
  readonly #accountId: string;
  readonly #tools: Omit<LaneTools, 'changed' | 'isStopping'>;
  readonly #visits = new Map<string, LaneRun[]>();
  #isLooking = false;
  #isStopping = false;

  constructor(owner: Owner, accountId: string, tools: Omit<LaneTools, 'changed' | 'isStopping'>) {
    this.owner = owner;
    this.#accountId = accountId;
    this.#tools = tools;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** It was stopped, and has done what it does before it ends. */
  get hasEnded(): boolean {
    return this.#isStopping && this.#visits.size === 0 && !this.#isLooking;
  }

  /** Whether a look would find a lane to visit. */
  mayLook(lanes: readonly { id: string; wakeAt: number | null }[]): boolean {
    if (this.owner.isGone || this.#isStopping || this.#isLooking) return false;
    const now = this.#tools.clock.now().getTime();
    return lanes.some(
      ({ id, wakeAt }) => wakeAt !== null && wakeAt <= now && !this.#visits.has(id),
    );
  }

  look(): void {
    this.#isLooking = true;
    void this.#look().finally(() => {
      this.#isLooking = false;
    });
  }

  /** Ends as a process does that is asked to. */
  stop(): void {
    this.#isStopping = true;
    for (const run of [...this.#visits.values()].flat()) run.stop();
  }

  /** Other lanes have their turn, as after a while in the dispatcher. */
  giveWay(): void {
    for (const run of [...this.#visits.values()].flat()) run.finish();
  }

  async #look(): Promise<void> {
    const { pool, clock } = this.#tools;
    const found = await dueLanes(pool, clock.now(), [...this.#visits.keys()], LANES).catch(
      () => [],
    );
    if (this.#isStopping) return;
    const ours = found.filter(({ accountId }) => accountId === this.#accountId);
    // Of lanes that woke in the same moment the database may name any first.
    ours.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const lane of ours) void this.#visit(lane);
  }

  async #visit(lane: DueLane): Promise<void> {
    const { pool, clock, log } = this.#tools;
    const runs: LaneRun[] = [];
    this.#visits.set(lane.id, runs);
    const tools = { ...this.#tools, changed: () => {}, isStopping: () => this.#isStopping };
    try {
      await visitLane(tools, lane, (run) => {
        runs.push(run);
        if (this.#isStopping) run.stop();
      });
    } catch (error) {
      log.error({ error }, 'a lane failed');
      const until = new Date(clock.now().getTime() + REST);
      if (!this.#isStopping) await putOff(pool, lane, until).catch(() => undefined);
    } finally {
      this.#visits.delete(lane.id);
    }
  }
}

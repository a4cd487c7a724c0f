import { unwatched } from '../../src/delivery/home-watch.ts';
import { ProviderPool } from '../../src/delivery/provider-pool.ts';
import type { Database } from '../../src/platform/database.ts';
import type { Log } from '../../src/platform/log.ts';
import { receiptSink } from '../../src/status/record-receipts.ts';
import { Carrier } from './carrier.ts';
import type { Deed } from './desk.ts';
import { ConnectionLost, type Gate } from './gate.ts';
import { gatedDatabase, gatedPool } from './gated-pool.ts';
import { type LedgerView, viewLedger } from './ledger-view.ts';
import { type Names, namesOf, withNames } from './names.ts';
import { newOwner, type Owner } from './owner.ts';
import type { PlantedBug } from './planted-bugs.ts';
import type { Random } from './random.ts';
import type { Report } from './reports.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';
import { brokenRule } from './step-rules.ts';
import { Trace } from './trace.ts';
import { VirtualTime } from './virtual-time.ts';
import { VirtualWorker } from './virtual-worker.ts';
import { makeWorld } from './world.ts';

/** Milliseconds by which machines' clocks may differ from the true time: beyond, a worker sends nothing. */
const SKEW = 2_000;

/** What a simulation is made of. */
export type Parts = {
  database: Database;
  stage: Stage;
  random: Random;
  scenario: Scenario;
  bug: PlantedBug | null;
};

/** Everything of one seed: the engine on a real database, and the world around it. */
export class Simulation {
  readonly random: Random;
  readonly scenario: Scenario;
  readonly stage: Stage;
  readonly carrier: Carrier;
  readonly time = new VirtualTime();
  readonly trace = new Trace(() => this.time.now);
  readonly grants = new Map<string, number>();
  workers: VirtualWorker[] = [];
  accountId = '';
  ledger: LedgerView;
  names: Names;
  readonly #parts: Parts;
  readonly #holders = new Map<string, string>();
  readonly #wishes = new Map<Owner, string>();
  #machines = 0;
  #hands = 0;

  private constructor(parts: Parts) {
    const { random, scenario, stage } = parts;
    this.#parts = parts;
    this.random = random;
    this.scenario = scenario;
    this.stage = stage;
    this.carrier = new Carrier(scenario.capabilities, scenario.habits, random, () => this.time.now);
    this.ledger = NOTHING;
    this.names = namesOf(scenario, NOTHING);
  }

  /** A world in which everything is ready to begin. */
  static async begin(parts: Parts): Promise<Simulation> {
    const world = new Simulation(parts);
    const { database, scenario } = parts;
    world.accountId = await makeWorld(database, scenario);
    world.ledger = await viewLedger(database.engine, world.accountId);
    world.names = namesOf(scenario, world.ledger);
    for (let n = 0; n < scenario.workers; n += 1) world.startWorker();
    return world;
  }

  startWorker(): void {
    this.#machines += 1;
    const skew = this.scenario.skew > 0 ? this.random.between(-SKEW, SKEW) : 0;
    const owner = newOwner(`W${this.#machines}`, skew);
    const provider = this.carrier.providerOf(owner);
    const seen = this.#parts.bug?.disguise?.(provider) ?? provider;
    const pool = gatedPool(this.#parts.database.ledger, this.#gateOf(owner));
    const parts = { clock: this.time.clockOf(owner), log: this.#logOf(owner), home: unwatched };
    const providers = new ProviderPool(() => seen);
    this.workers.push(new VirtualWorker(owner, this.accountId, { pool, providers, ...parts }));
  }

  /** Its process is killed. */
  crash(worker: VirtualWorker): void {
    this.stage.crash(worker.owner);
    this.workers = this.workers.filter((one) => one !== worker);
  }

  /** Ends those that were asked to end and have done their last work. */
  endStopped(): void {
    for (const worker of this.workers) if (worker.hasEnded) this.crash(worker);
  }

  /** Sets the clock of a machine by a second or two. */
  setClock(worker: VirtualWorker): void {
    worker.owner.skew = this.random.between(-SKEW, SKEW);
  }

  /** Somebody does something; it waits at the stage as everything does. */
  start({ what, again, run }: Deed): void {
    const owner = this.#newOwner(`desk (${what})`);
    if (again !== undefined) this.#wishes.set(owner, again);
    const database = gatedDatabase(this.#parts.database, this.#gateOf(owner));
    run(database, this.time.clockOf(owner)).catch((error: unknown) => this.#noteFailure(error));
  }

  /** Receipts come in; the carrier brings again what was not taken in. */
  bring(reports: readonly Report[]): void {
    this.carrier.reports.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...this.carrier.reports.filter((one) => !reports.includes(one)),
    );
    const owner = this.#newOwner('receipts');
    const pool = gatedPool(this.#parts.database.ledger, this.#gateOf(owner));
    const sink = receiptSink(pool, this.time.clockOf(owner), () => {});
    const { accountId } = this;
    sink(reports.map(({ receipt }) => ({ ...receipt, accountId }))).catch((error: unknown) => {
      this.#noteFailure(error);
      const at = this.time.now + 5_000;
      this.carrier.reports.push(...reports.map(({ receipt }) => ({ receipt, at })));
    });
  }

  /** Looks at what was committed since the last look; returns the rule that it breaks. */
  async judge(): Promise<string | null> {
    const { ran, committed, failures } = this.stage;
    // Of what a commit let go on, any may have been told first.
    for (const one of ran.toSorted(byOwner)) this.trace.effect(one);
    this.stage.ran = [];
    this.stage.committed = [];
    if (failures[0]) return `a statement failed: ${failures[0].message}`;
    if (committed.length === 0) return null;
    const before = this.ledger;
    this.ledger = await viewLedger(this.#parts.database.engine, this.accountId);
    this.#noteClaims(ran, committed);
    this.#noteGrants(before, committed);
    this.#noteMoves(before);
    const { ledger: after, grants } = this;
    const { taken } = this.carrier;
    const holders = this.#holders;
    const broken = brokenRule({ before, after, committed, holders, taken, grants });
    return broken && withNames(broken, this.names);
  }

  #noteClaims(ran: readonly string[], committed: readonly Owner[]): void {
    const claimer = committed.find(({ name }) => ran.includes(`${name}: claim`));
    for (const { claim } of this.ledger.deliveries) {
      if (claim && claimer && !this.#holders.has(claim)) this.#holders.set(claim, claimer.name);
    }
  }

  #noteGrants(before: LedgerView, committed: readonly Owner[]): void {
    for (const owner of committed) {
      const wish = this.#wishes.get(owner);
      const was = before.deliveries.find(({ id }) => id === wish)?.state;
      const is = this.ledger.deliveries.find(({ id }) => id === wish)?.state;
      if (!wish || was !== 'uncertain' || is !== 'ready') continue;
      this.#wishes.delete(owner);
      this.grants.set(wish, (this.grants.get(wish) ?? 0) + 1);
    }
  }

  #noteMoves(before: LedgerView): void {
    for (const { id, state, attempts, failure } of this.ledger.deliveries) {
      const was = before.deliveries.find((one) => one.id === id);
      if (was?.state === state && was.attempts === attempts) continue;
      const why = failure ? ` (${failure})` : '';
      this.trace.effect(
        `→ ${this.names.delivery(id)}: ${was?.state} → ${state}${why}, ${attempts} tried`,
      );
    }
  }

  /** Numbered, so that no two have one name. */
  #newOwner(name: string): Owner {
    this.#hands += 1;
    return newOwner(`${name} ${this.#hands}`);
  }

  #gateOf(owner: Owner): Gate {
    const rewrite = this.#parts.bug?.rewrite ?? ((text: string) => text);
    const { holdsReaders } = this.scenario;
    return { stage: this.stage, owner, rewrite, holdsReaders };
  }

  /** The engine logs what it swallows: only lost connections may be among it. */
  #logOf(owner: Owner): Log {
    const note = (fields: object, message: string) => {
      if (owner.isGone) return;
      this.trace.effect(`${owner.name} logs: ${message}`);
      if ('error' in fields) this.#noteFailure(fields.error);
    };
    return { info: note, warn: note, error: note };
  }

  #noteFailure(error: unknown): void {
    if (error instanceof ConnectionLost) return;
    this.stage.failures.push(error instanceof Error ? error : new Error(String(error)));
  }
}

function byOwner(a: string, b: string): number {
  const [one = '', other = ''] = [a, b].map((line) => line.split(':')[0]);
  return one < other ? -1 : one > other ? 1 : 0;
}

const NOTHING: LedgerView = {
  deliveries: [],
  attempts: [],
  lanes: [],
  broadcasts: [],
  suppressed: [],
  kept: {},
};

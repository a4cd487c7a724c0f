import type { BroadcastRequest } from '../../src/contract/broadcast.ts';
import type { DeliveryRow } from '../../src/contract/delivery.ts';
import type { FallbackStep } from '../../src/contract/fallback.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database.ts';
import { listDeliveries } from '../../src/status/read-deliveries.ts';
import { receiptSink } from '../../src/status/record-receipts.ts';
import { addAppointments, type TestPerson } from './appointments.ts';
import { startEngine, type TestEngine } from './engine.ts';
import { type Exchange, exchange } from './exchange.ts';
import { kept, recount, until } from './ledger.ts';
import { take } from './take.ts';
import { testAccount } from './test-account.ts';

const content = {
  sms: { text: 'We are closed, {{ participant.first_name }}.' },
  email: { subject: 'Closed', text: 'We are closed.' },
  voice: { text: 'We are closed.' },
};

type Rest<All> = All extends [unknown, unknown, ...infer Others] ? Others : never;

/** What a test of several ways of reaching somebody works with. */
export class Ways {
  readonly clock = new MovableClock();
  readonly #database: Database;
  readonly #engines: TestEngine[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** A carrier of all channels; see exchange.ts. */
  exchange(...how: Rest<Parameters<typeof exchange>>): Exchange {
    const sink = receiptSink(this.#database.ledger, this.clock, () => undefined);
    return exchange(sink, this.clock, ...how);
  }

  /** Sends to people on an appointment each, by the channels that the fallbacks name, or `request` says. */
  async send(
    people: readonly TestPerson[],
    fallback: readonly FallbackStep[],
    request: Partial<BroadcastRequest> = {},
  ): Promise<{ accountId: string; id: string }> {
    const account = await testAccount(this.#database);
    await this.#database.engine.query(
      `update sending_policy set allowed_countries = '{US,GB}' where account_id = $1`,
      [account.id],
    );
    const lists = people.map((person) => [person]);
    await addAppointments(this.#database, account, lists);
    const used = new Set<string>(fallback.flatMap(({ from, to }) => [from, to]));
    const id = await take(this.#database, this.clock, account, {
      audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
      content: Object.fromEntries(Object.entries(content).filter(([channel]) => used.has(channel))),
      fallback: [...fallback],
      ...request,
    });
    return { accountId: account.id, id };
  }

  /** Starts a worker that hands over to it, or to the sandbox. */
  start(way?: Exchange): TestEngine {
    const engine = startEngine(this.#database, this.clock, way?.provider);
    this.#engines.push(engine);
    return engine;
  }

  /** Moves the clock and lets the workers look. */
  later(minutes: number): void {
    this.clock.advance(minutes * 60_000);
    for (const engine of this.#engines) engine.dispatcher.wake();
  }

  /** Waits until its counts, without the zeros, are these. */
  counts({ accountId, id }: { accountId: string; id: string }, wanted: Record<string, number>) {
    return until(this.#database, accountId, id, ({ counts }) =>
      Object.entries(counts).every(([outcome, n]) => n === (wanted[outcome] ?? 0)),
    );
  }

  /** Waits until it has been sent; then its counts are those of its rows, which it returns. */
  async done({
    accountId,
    id,
  }: {
    accountId: string;
    id: string;
  }): Promise<Record<string, number>> {
    await until(this.#database, accountId, id, ({ state }) => state === 'sent');
    const counts = await kept(this.#database, accountId, id);
    const anew = JSON.stringify(
      Object.entries(await recount(this.#database, accountId, id)).sort(),
    );
    if (JSON.stringify(Object.entries(counts).sort()) !== anew) {
      throw new Error(`counted ${JSON.stringify(counts)}, there are ${anew}`);
    }
    return counts;
  }

  /** All its people, those left out among them. */
  async rows({ accountId, id }: { accountId: string; id: string }): Promise<DeliveryRow[]> {
    return (await listDeliveries(this.#database.engine, accountId, id, { limit: 1_000 })).items;
  }

  /** Stops all workers. */
  async stop(): Promise<void> {
    for (const engine of this.#engines.splice(0)) await engine.stop();
  }
}

import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import type { Receipt, ReceiptSink } from '../provider.ts';
import type { PlannedReceipt } from './behaviour.ts';

const dueSql = sqlFile(import.meta.url, './sql/due-receipts.sql');
const forgetSql = sqlFile(import.meta.url, './sql/forget-receipts.sql');

/** Receipts in one handing over. */
const batchSize = 1_000;
/** Milliseconds between two passes, so that receipts come in batches. */
const breath = 20;
/** Milliseconds after which it looks again anyway: for what another process left behind. */
const idle = 2_000;

type Row = {
  account_id: string;
  id: string;
  reference: string;
  report: Omit<PlannedReceipt, 'after'>;
  due_at: Date;
};

/**
 * Gives the receipts of the pretend carrier when they are due, each at least once: a receipt is
 * forgotten only after the sink has it, in the transaction that holds it. One for a process; several
 * processes share the work.
 *
 *     asleep ──(due, woken, idle)──► a pass ──► asleep
 *        └──────── stop ───────────────┴──► ended
 */
export class ReceiptPump {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #sink: ReceiptSink;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;
  #wakesAt = Number.POSITIVE_INFINITY;
  #pass: Promise<void> | null = null;
  #wasWoken = false;
  #isStopped = false;

  constructor(pool: Pool, clock: Clock, sink: ReceiptSink, log: Log) {
    this.#pool = pool;
    this.#clock = clock;
    this.#sink = sink;
    this.#log = log;
    this.wakeWithin(0);
  }

  /** Makes sure of a pass within so many milliseconds. */
  wakeWithin(milliseconds: number): void {
    if (this.#isStopped) return;
    const at = performance.now() + Math.max(milliseconds, breath);
    if (at >= this.#wakesAt) return;
    this.#wakesAt = at;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), at - performance.now());
  }

  /** Hands over one batch of what is due, and says how many that were. */
  async deliverDue(): Promise<number> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<Row>(dueSql, [this.#clock.now(), batchSize]);
      if (rows.length === 0) return 0;
      await this.#sink(rows.map(receiptOf));
      await client.query(forgetSql, [rows.map((row) => row.account_id), rows.map((row) => row.id)]);
      return rows.length;
    });
  }

  /** Ends after the pass that is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#pass;
  }

  #wake(): void {
    this.#timer = null;
    this.#wakesAt = Number.POSITIVE_INFINITY;
    // A pass under way may have looked already, so it is told.
    this.#wasWoken = this.#pass !== null;
    this.#pass ??= this.#run().finally(() => {
      this.#pass = null;
    });
  }

  async #run(): Promise<void> {
    try {
      while (!this.#isStopped && (await this.deliverDue()) === batchSize);
      const untilNext = await this.#untilNext();
      this.wakeWithin(this.#wasWoken ? 0 : untilNext);
    } catch (error) {
      this.#log.warn({ err: error }, 'sandbox receipts could not be handed over; trying again');
      this.wakeWithin(idle);
    }
  }

  async #untilNext(): Promise<number> {
    const { rows } = await this.#pool.query<{ due_at: Date | null }>(
      'select min(due_at) as due_at from sandbox_receipt',
    );
    const dueAt = rows[0]?.due_at;
    return dueAt ? Math.min(idle, dueAt.getTime() - this.#clock.now().getTime()) : idle;
  }
}

function receiptOf({ account_id, reference, report, due_at }: Row): Receipt {
  return { ...report, accountId: account_id, reference, occurredAt: due_at };
}

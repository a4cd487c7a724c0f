import { randomUUID } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import { doorKey, OPEN_DOOR } from '../account/door-lock.ts';
import type { Clock } from '../platform/clock.ts';
import { inTransaction } from '../platform/database.ts';
import { hasCode } from '../platform/error-code.ts';
import type { Log } from '../platform/log.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { type HomeWatch, LedgerMoved } from './home-watch.ts';
import type { LedgerGap, Sighting } from './ledger-gap.ts';
import { readSeen, writeSeen } from './seen-file.ts';
import type { ServerMark } from './server-mark.ts';
import { settleHome } from './settle-home.ts';

const PROMISE = sqlFile(import.meta.url, './sql/promise.sql');

/** With which enter_ledger fails. */
const MOVED = 'HU001';

type EntryRow = { flushed: string };

/** Milliseconds ahead for which a process says that it may send; then it says so anew. */
const AHEAD = 1_000;

type Parts = {
  pool: Pool;
  clock: Clock;
  log: Log;
  /** Where sightings are kept outside the database; null: in this process only. */
  file: string | null;
  /** No other process uses this ledger. */
  isAlone: boolean;
};

/**
 * Knows on which server the ledger is, and how far that had written:
 *
 *     unsettled ──settle──► settled ──(a tick finds another server, or less written)──► unsettled
 *
 * Only while it is settled does a tick go through. What was seen is written to a file before anything
 * is sent, and about once a second after, so that it outlives the process and the database.
 */
export class LedgerHome implements HomeWatch {
  readonly #parts: Parts;
  #seen: Sighting | null = null;
  #isSettled = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks where the ledger is, and marks what could be missing from it as to be put in doubt. */
  async settle(): Promise<void> {
    if (this.#isSettled) return;
    const { pool, clock, file, isAlone } = this.#parts;
    const seen = this.#seen ?? (file === null ? null : await readSeen(file));
    const now = clock.now();
    const { here, gaps, isSetBack } = await inTransaction(pool, (client) =>
      settleHome(client, { seen, isAlone, now }),
    );
    for (const gap of gaps) this.#report(gap, here);
    const folder = seen?.folder ?? randomUUID();
    await this.#note({ ...here, until: now, folder, promises: 0 }, now, isSetBack);
    this.#isSettled = true;
  }

  async promise(now: Date): Promise<void> {
    const seen = this.#known();
    if (now <= seen.until) return;
    await this.#note(seen, now, false);
  }

  entry(accountId: string): QueryConfig {
    const { system, timeline, lsn } = this.#known();
    const text = `${OPEN_DOOR}, enter_ledger($4, $5, $6) as flushed`;
    const values = [...doorKey(accountId), system, timeline, lsn];
    return { name: 'enter-ledger', text, values };
  }

  entered([row]: readonly EntryRow[]): void {
    if (!row) throw new Error('a select without from gives a row');
    const flushed = BigInt(row.flushed);
    // Meanwhile another tick may have seen more.
    if (this.#seen && flushed > this.#seen.lsn) this.#seen = { ...this.#seen, lsn: flushed };
  }

  refused(error: unknown): unknown {
    return hasCode(error, MOVED) ? this.#moved() : error;
  }

  #known(): Sighting {
    if (!this.#seen || !this.#isSettled) throw new LedgerMoved();
    return this.#seen;
  }

  #moved(): LedgerMoved {
    this.#isSettled = false;
    return new LedgerMoved();
  }

  /** In the ledger first and then in the file: so it is the file that knows more after a rollback. */
  async #note(seen: Sighting, now: Date, isAfresh: boolean): Promise<void> {
    const { pool, file } = this.#parts;
    const { rows } = await pool.query<{ n: number }>(PROMISE, [seen.folder]);
    const promises = rows[0]?.n ?? 0;
    if (promises <= seen.promises) throw this.#moved();
    const next = { ...seen, promises, until: new Date(now.getTime() + AHEAD) };
    if (file !== null) await writeSeen(file, next, isAfresh);
    // Meanwhile another tick may have seen more.
    const lsn = this.#isSettled && this.#seen ? this.#seen.lsn : next.lsn;
    this.#seen = { ...next, lsn: lsn > next.lsn ? lsn : next.lsn };
  }

  #report({ system, timeline, until }: LedgerGap, here: ServerMark): void {
    this.#parts.log.warn(
      { was: { system, timeline }, is: { system: here.system, timeline: here.timeline } },
      `The database was set back in time, restored or failed over: what was due before ${until.toISOString()} and is not known to be sent is not sent again, but shown as not sure.`,
    );
  }
}

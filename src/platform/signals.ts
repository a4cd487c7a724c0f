import { Client } from 'pg';
import type { DatabaseAddress, Queryable } from './database.ts';
import type { Log } from './log.ts';

const RECONNECT = 1_000;
/** Milliseconds between two signs of life of the connection, and how long one is waited for. */
const HEARTBEAT = 30_000;
const PATIENCE = 10_000;

/** What processes tell each other through the database: that there is work, that a broadcast changed. */
export type Signal = { topic: 'work' } | { topic: 'broadcast'; accountId: string; id: string };

/** What a listener is told: a signal, or that some may have been missed, so that it looks by itself. */
export type Heard = Signal | { topic: 'missed' };

/**
 * Hears the signals of all processes on one connection of its own. It renews it when it breaks, or when
 * nothing comes back from the other side, as when a machine is gone without a word; what was signalled
 * in between is lost, which the listeners are told.
 *
 *     listening ──(broken, silent)──► away ──(a second, again and again)──► listening, missed
 */
export class Signals {
  readonly #address: DatabaseAddress;
  readonly #log: Log;
  readonly #listeners = new Set<(heard: Heard) => void>();
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(address: DatabaseAddress, log: Log) {
    this.#address = address;
    this.#log = log;
  }

  /** Begins to listen; a signal given before is not heard, so whoever listens also looks by itself. */
  async start(): Promise<void> {
    const client = new Client({
      ...this.#address,
      application_name: 'headsup_signals',
      options: '-c role=headsup_engine',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    });
    client.on('notification', (message) => this.#hear(message.payload ?? ''));
    client.on('error', () => this.#reconnect(client));
    client.on('end', () => this.#reconnect(client));
    this.#client = client;
    await client.connect();
    await client.query('listen headsup');
    this.#heartbeat ??= setInterval(() => this.#lookAlive(), HEARTBEAT);
  }

  /** Calls back for each signal until the returned function is called. */
  onSignal(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    await this.#client?.end().catch(() => undefined);
  }

  #hear(payload: string): void {
    const signal = readSignal(payload);
    if (signal) this.#tell(signal);
  }

  #tell(heard: Heard): void {
    for (const listener of this.#listeners) listener(heard);
  }

  #lookAlive(): void {
    const client = this.#client;
    if (this.#timer || !client) return;
    client.query('select').catch(() => {
      this.#reconnect(client);
      void client.end().catch(() => undefined);
    });
  }

  #reconnect(client: Client): void {
    if (this.#closed || this.#client !== client || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.start().then(
        () => this.#tell({ topic: 'missed' }),
        (error: unknown) => {
          this.#log.warn({ error }, 'signals: the database does not answer');
          if (this.#client) this.#reconnect(this.#client);
        },
      );
    }, RECONNECT);
  }
}

/** Whoever may connect to the database may notify; what is not ours must not end the process. */
function readSignal(payload: string): Signal | null {
  try {
    const signal: unknown = JSON.parse(payload);
    const isOurs = typeof signal === 'object' && signal !== null && 'topic' in signal;
    // With a topic it was written by `give`, in this shape.
    return isOurs ? (signal as Signal) : null;
  } catch {
    return null;
  }
}

/** Gives a signal: heard at once, or when the transaction of `client` commits. */
export async function give(client: Queryable, signal: Signal): Promise<void> {
  await client.query(`select pg_notify('headsup', $1)`, [JSON.stringify(signal)]);
}

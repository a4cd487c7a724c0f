import { Client } from 'pg';
import type { DatabaseAddress, Queryable } from './database.ts';
import type { Log } from './log.ts';

const RECONNECT = 1_000;

/** What processes tell each other through the database: that there is work, that a broadcast changed. */
export type Signal = { topic: 'work' } | { topic: 'broadcast'; accountId: string; id: string };

/** Hears the signals of all processes on one connection of its own, which it renews when it breaks. */
export class Signals {
  readonly #address: DatabaseAddress;
  readonly #log: Log;
  readonly #listeners = new Set<(signal: Signal) => void>();
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
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
    });
    client.on('notification', (message) => this.#hear(message.payload ?? ''));
    client.on('error', () => this.#reconnect(client));
    client.on('end', () => this.#reconnect(client));
    this.#client = client;
    await client.connect();
    await client.query('listen headsup');
  }

  /** Calls back for each signal until the returned function is called. */
  onSignal(listener: (signal: Signal) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  #hear(payload: string): void {
    const signal = readSignal(payload);
    if (signal) for (const listener of this.#listeners) listener(signal);
  }

  #reconnect(client: Client): void {
    if (this.#closed || this.#client !== client || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.start().catch((error: unknown) => {
        this.#log.warn({ error }, 'signals: the database does not answer');
        if (this.#client) this.#reconnect(this.#client);
      });
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

import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type ConnectionSettings, openConnection } from './open-connection.ts';

/** Milliseconds that an unused connection is kept. */
const idleTime = 20_000;

/** A connection in use; `isFresh` where it was opened for this use. */
export type Lease = { connection: SMTPConnection; isFresh: boolean };

/**
 * At most `size` connections to one server, kept open while there is work. Who finds none free waits
 * for one, first come, first served.
 */
export class ConnectionPool {
  readonly #settings: ConnectionSettings;
  readonly #size: number;
  readonly #idle = new Map<SMTPConnection, NodeJS.Timeout>();
  readonly #waiting: (() => void)[] = [];
  #inUse = 0;

  constructor(settings: ConnectionSettings, size: number) {
    this.#settings = settings;
    this.#size = size;
  }

  /** Lends a connection, by choice a new one; rejects with the SmtpError of opening it. */
  async lend(signal: AbortSignal, { fresh = false } = {}): Promise<Lease> {
    if (this.#inUse >= this.#size) await this.#turn(signal);
    else this.#inUse += 1;
    const kept = this.#takeIdle();
    if (kept && !fresh) return { connection: kept, isFresh: false };
    kept?.close();
    try {
      return { connection: await openConnection(this.#settings, signal), isFresh: true };
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  /** Takes a connection back: to be used again where it is still good, else to be closed. */
  giveBack(connection: SMTPConnection, isGood: boolean): void {
    if (isGood && !connection.destroyed) this.#keep(connection);
    else connection.close();
    this.#leave();
  }

  /** Says goodbye on the connections that nobody uses. */
  close(): void {
    for (const [connection, timer] of this.#idle) {
      clearTimeout(timer);
      sayGoodbye(connection);
    }
    this.#idle.clear();
  }

  #takeIdle(): SMTPConnection | undefined {
    for (const [connection, timer] of this.#idle) {
      clearTimeout(timer);
      this.#idle.delete(connection);
      if (!connection.destroyed) return connection;
    }
    return undefined;
  }

  #keep(connection: SMTPConnection): void {
    const timer = setTimeout(() => {
      this.#idle.delete(connection);
      sayGoodbye(connection);
    }, idleTime);
    timer.unref();
    this.#idle.set(connection, timer);
  }

  /** Hands the place on to whoever waits. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inUse -= 1;
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(new Error('No connection was free in time.'));
      };
      const begin = () => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      if (signal.aborted) return reject(new Error('No connection was free in time.'));
      this.#waiting.push(begin);
      signal.addEventListener('abort', abort, { once: true });
    });
  }
}

/** QUIT, and an end to it where the server does not answer. */
function sayGoodbye(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), 1_000).unref();
}

import { setTimeout as sleep } from 'node:timers/promises';
import { ended, reasonIn, type Server } from './launch.ts';

/** Milliseconds before the tries to start it again; the last one from then on. */
const RESTS = [200, 1_000, 2_000, 5_000, 10_000];
/** After so many milliseconds without another end it counts as well. */
const WELL = 60_000;
/** A full disk in the evening is found in the morning. */
const PATIENCE = 24 * 60 * 60_000;

type Again = (signal: AbortSignal) => Promise<Server>;

/**
 * Keeps a server running that may end by itself: for want of room it does, and comes up again once there
 * is some. Nobody is left to start it but us.
 *
 *     running ──(ended)──► resting ──► starting ──(answers)──► running
 *                             ▲            └──(ended)──┐
 *                             └────────────────────────┴──(a day)──► given up
 *     any ──(stop)──► stopped
 */
export class Supervisor {
  readonly gaveUp: Promise<string>;
  readonly #again: Again | null;
  readonly #say: (line: string) => void;
  readonly #stopping = new AbortController();
  readonly #watching: Promise<void>;
  #server: Server | null;
  #giveUp: (why: string) => void = () => undefined;

  /** `again` starts the server anew and throws where that fails; null: once it ends, that is it. */
  constructor(first: Server, again: Again | null, say: (line: string) => void) {
    this.#server = first;
    this.#again = again;
    this.#say = say;
    this.gaveUp = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
    this.#watching = this.#watch(first);
  }

  /** Of the server's first process; null while there is none. */
  pid(): number | null {
    return this.#server?.child.pid ?? null;
  }

  /** A fast shutdown of what runs; nothing is started any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#server?.child.kill('SIGINT');
    await this.#watching;
  }

  async #watch(first: Server): Promise<void> {
    let server: Server | null = first;
    let tries = 0;
    let troubledSince = 0;
    while (server) {
      const began = performance.now();
      await ended(server);
      this.#server = null;
      if (this.#stopping.signal.aborted) return;
      if (performance.now() - began > WELL) tries = 0;
      if (tries === 0) troubledSince = performance.now();
      const why = reasonIn(server.lastWords());
      if (!this.#again) {
        this.#giveUp(`The embedded PostgreSQL ended (${why}).`);
        return;
      }
      this.#say(`The embedded PostgreSQL ended (${why}). It is started again.`);
      server = await this.#restart(this.#again, tries, troubledSince);
      tries += 1;
    }
  }

  /** Null where it was stopped or given up. */
  async #restart(again: Again, tries: number, since: number): Promise<Server | null> {
    const { signal } = this.#stopping;
    let said = '';
    for (let time = tries; !signal.aborted; time += 1) {
      const rest = RESTS[Math.min(time, RESTS.length - 1)];
      await sleep(rest, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return null;
      try {
        const server = await again(signal);
        this.#server = server;
        // Asked to stop while it came up: what was told to end then was not this one.
        if (signal.aborted) server.child.kill('SIGINT');
        else this.#say('The embedded PostgreSQL runs again.');
        return server;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        if (performance.now() - since > PATIENCE) {
          this.#giveUp(`The embedded PostgreSQL could not be started again for a day (${why}).`);
          return null;
        }
        // The same with another number in it is nothing new.
        const what = why.replaceAll(/\d/g, '');
        if (what !== said && !signal.aborted) {
          this.#say(`The embedded PostgreSQL does not start (${why}). It is tried on and on.`);
        }
        said = what;
      }
    }
    return null;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Plant } from './settings.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** Milliseconds between two starts of a worker that does not come up, as while the database is away. */
const REST = 200;

type Parts = { size: number; databaseUrl: string; folder: string; plant: Plant | null };

/** Worker processes that are started again whenever they end. */
export class Crew {
  readonly #parts: Parts;
  readonly #children: (ChildProcess | null)[];
  readonly #logs: string[];
  readonly #lives: Promise<void>[];
  readonly #killed = new Set<ChildProcess>();
  #isStopping = false;
  /** How many were killed. */
  kills = 0;
  /** How many ended by themselves after they had come up: a bug, whatever it was. */
  falls = 0;

  /** Starts `size` workers, which share a data folder; it lies in `folder`, as their logs do. */
  constructor(parts: Parts) {
    this.#parts = parts;
    const places = Array.from({ length: parts.size }, (_, place) => place);
    this.#children = places.map(() => null);
    this.#logs = places.map((place) => join(parts.folder, `worker-${place}.log`));
    this.#lives = places.map((place) => this.#live(place));
  }

  /** Ends one at once (SIGKILL), in whatever it does; waits until there is one to kill. */
  async kill(place: number): Promise<void> {
    const child = await this.#present(place);
    if (!child) return;
    this.kills += 1;
    const ended = once(child, 'exit');
    this.#end(child);
    await ended;
  }

  /** Makes one stand still and go on after so many milliseconds (SIGSTOP, SIGCONT). */
  async stall(place: number, milliseconds: number): Promise<void> {
    const child = await this.#present(place);
    child?.kill('SIGSTOP');
    await sleep(milliseconds);
    child?.kill('SIGCONT');
  }

  /** Ends all, and starts none again. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const child of this.#children) if (child) this.#end(child);
    await Promise.all(this.#lives);
  }

  /** The last lines that the workers logged, for whoever looks for a reason. */
  async lastWords(): Promise<string> {
    const logs = await Promise.all(this.#logs.map((log) => readFile(log, 'utf8').catch(() => '')));
    return logs.map((text) => text.slice(-2_000)).join('\n');
  }

  /** The one in this place, waited for; null where all are being ended. */
  async #present(place: number): Promise<ChildProcess | null> {
    for (;;) {
      const child = this.#children[place];
      if (this.#isStopping) return null;
      if (child && child.exitCode === null && child.signalCode === null) return child;
      await sleep(5);
    }
  }

  async #live(place: number): Promise<void> {
    while (!this.#isStopping) {
      const child = this.#start(place);
      this.#children[place] = child;
      let isUp = false;
      child.stdout?.once('data', () => {
        isUp = true;
      });
      await once(child, 'exit');
      this.#children[place] = null;
      if (this.#killed.delete(child)) continue;
      if (isUp) this.falls += 1;
      await sleep(REST);
    }
  }

  #start(place: number): ChildProcess {
    const child = spawn(process.execPath, [WORKER, this.#parts.plant ?? ''], {
      env: {
        PATH: process.env.PATH,
        HEADSUP_DATA: join(this.#parts.folder, 'workers'),
        DATABASE_URL: this.#parts.databaseUrl,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stderr?.pipe(createWriteStream(this.#logs[place] ?? '', { flags: 'a' }));
    return child;
  }

  #end(child: ChildProcess): void {
    this.#killed.add(child);
    child.kill('SIGKILL');
  }
}

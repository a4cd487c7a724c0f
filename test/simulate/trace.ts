/** What happened in a seed, line by line, to be read by a person. */
export class Trace {
  readonly lines: string[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Something that the simulation chose to let happen. */
  step(what: string): void {
    const time = new Date(this.#now()).toISOString().slice(5, 23).replace('T', ' ');
    this.lines.push(`${String(this.lines.length + 1).padStart(4)}  ${time}  ${what}`);
  }

  /** What came of it. */
  effect(what: string): void {
    this.lines.push(`${' '.repeat(28)}${what}`);
  }
}

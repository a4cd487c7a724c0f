/** Work that goes on beside a loop, so that what is slow holds up nobody; all of it ends before its owner does. */
export class Background {
  readonly #work = new Set<Promise<void>>();
  readonly #failed: (error: unknown) => void;

  /** `failed` is told what any of it throws. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Begins some. */
  start(work: () => Promise<void>): void {
    const running: Promise<void> = work()
      .catch(this.#failed)
      .finally(() => this.#work.delete(running));
    this.#work.add(running);
  }

  /** Resolves once all that was begun has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#work);
  }
}

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Collects what is asked for one by one and has it done together: what comes within the same turn of
 * the event loop, or while `concurrency` batches are still under way. Each asker gets its own result.
 */
export class Batcher<Item, Result> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #largest: number;
  readonly #concurrency: number;
  #waiting: Waiting<Item, Result>[] = [];
  #running = 0;
  #isScheduled = false;

  /** `work` answers for each item, in their order; what it throws goes to each of them. */
  constructor(
    work: (items: readonly Item[]) => Promise<readonly Result[]>,
    { largest = 500, concurrency = 2 }: { largest?: number; concurrency?: number } = {},
  ) {
    this.#work = work;
    this.#largest = largest;
    this.#concurrency = concurrency;
  }

  /** Resolves with the item's result once its batch is done. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#isScheduled || this.#running >= this.#concurrency) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      void this.#run(this.#waiting.splice(0, this.#largest));
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  async #run(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    this.#running += 1;
    try {
      const results = await this.#work(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error('a batch left an item without a result');
      for (const [index, { resolve }] of batch.entries()) {
        // The lengths are equal, so there is a result at each index.
        resolve(results[index] as Result);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.#running -= 1;
      if (this.#waiting.length > 0) this.#schedule();
    }
  }
}

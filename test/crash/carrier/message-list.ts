/** A message as the carrier's listing shows it. */
export type ListedMessage = { id: string; to: string; body: string; created: string };

type Kept = ListedMessage & { takenAt: number; lag: number };

const PAGE = 50;

/**
 * The carrier's list of what it took, by number and day, in pages, as large carriers offer it: it
 * knows no reference of ours, tells times in whole seconds, and shows a message for sure only after a
 * lag; until then it may show it, and the next time not.
 */
export class MessageList {
  readonly #byNumber = new Map<string, Kept[]>();
  readonly #isShown: () => boolean;

  /** `isShown` decides, each time, whether a message that still lags is seen. */
  constructor(isShown: () => boolean) {
    this.#isShown = isShown;
  }

  /** Keeps a message taken now (milliseconds since 1970), to be seen for sure after `lag`. */
  add(message: Omit<ListedMessage, 'created'>, now: number, lag: number): void {
    const created = new Date(Math.floor(now / 1_000) * 1_000).toISOString();
    const kept = this.#byNumber.get(message.to) ?? [];
    kept.push({ ...message, created, takenAt: now, lag });
    this.#byNumber.set(message.to, kept);
  }

  /** A page (from 0) of what went to a number on a day of UTC, newest first; `next`: whether another follows. */
  page(
    to: string,
    day: string,
    page: number,
    now: number,
  ): { messages: ListedMessage[]; next: number | null } {
    const all = (this.#byNumber.get(to) ?? [])
      .filter(({ created }) => created.startsWith(day))
      .filter(({ takenAt, lag }) => now - takenAt >= lag || this.#isShown())
      .reverse();
    const messages = all
      .slice(page * PAGE, (page + 1) * PAGE)
      .map(({ id, body, created }) => ({ id, to, body, created }));
    return { messages, next: all.length > (page + 1) * PAGE ? page + 1 : null };
  }
}

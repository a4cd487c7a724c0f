import { z } from 'zod';
import type { ListedMessage, ListOutcome, ListQuestion } from '../../../src/providers/provider.ts';

/** Pages of a day that are read at most. */
const PAGES = 20;
const DAY = 86_400_000;

const page = z.object({
  messages: z.array(z.object({ id: z.string(), body: z.string(), created: z.iso.datetime() })),
  next: z.int().nullable(),
});

/** Asks the carrier at `url` for what it took for an address, day by day; throws where it does not answer. */
export async function listMessages(
  url: string,
  { address, from, to }: ListQuestion,
): Promise<ListOutcome> {
  const messages: ListedMessage[] = [];
  let complete = true;
  for (const day of daysOf(from, to)) {
    let next: number | null = 0;
    for (let read = 0; next !== null && read < PAGES; read += 1) {
      const answer = await fetch(
        `${url}?${new URLSearchParams({ to: address, day, page: `${next}` })}`,
      );
      const got: z.infer<typeof page> = page.parse(await answer.json());
      messages.push(
        ...got.messages.map(({ id, body, created }) => ({
          ref: id,
          text: body,
          at: new Date(created),
        })),
      );
      next = got.next;
    }
    complete &&= next === null;
  }
  return { outcome: 'listed', messages, complete };
}

/** The days of UTC that a span of time touches, as in 2026-03-08. */
function daysOf(from: Date, to: Date): string[] {
  const first = Math.floor(from.getTime() / DAY);
  const last = Math.floor(to.getTime() / DAY);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    new Date((first + index) * DAY).toISOString().slice(0, 10),
  );
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is right and returns it; fails with the last answer after `patience` milliseconds. */
export async function waitFor<Answer>(
  ask: () => Promise<Answer>,
  isRight: (answer: Answer) => boolean,
  patience = 20_000,
): Promise<Answer> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (performance.now() > end) throw new Error(`still ${JSON.stringify(answer)}`);
    await sleep(20);
  }
}

import { randomUUID } from 'node:crypto';
import type { Clock, RunningClock } from '../platform/clock.ts';
import type { QueryOutcome } from '../providers/provider.ts';
import { type Answer, answerOfQuery, firstAsking } from './answer.ts';
import type { Doubt, DueLane } from './lane.ts';
import { overdueProviders, recoverLane, unsettled } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { commitTick } from './tick.ts';

/** How many questions are under way at once. */
const AT_ONCE = 10;

/** Sets right what killed workers left: claims are given back, attempts without an answer are in doubt. */
export async function recover(tools: LaneTools, lane: DueLane): Promise<void> {
  const { pool, clock, providers } = tools;
  const now = clock.now();
  const askings = new Map<string, Date | null>();
  for (const id of await overdueProviders(pool, lane, now)) {
    const provider = await providers.providerOf(pool, lane.accountId, id);
    const capabilities = provider?.capabilities(lane.channel);
    askings.set(id, capabilities ? firstAsking(capabilities, now) : null);
  }
  await recoverLane(pool, lane, now, askings);
}

/**
 * Asks about doubts that are due, each at the provider that was called (another one would truly say
 * that it never got it), and commits what was said. What nobody can be asked about is left to a person.
 */
export async function settleDoubts(tools: LaneTools, lane: DueLane): Promise<void> {
  const doubts = await unsettled(tools.pool, lane, tools.clock.now());
  for (let at = 0; at < doubts.length && !tools.isStopping(); at += AT_ONCE) {
    const some = doubts.slice(at, at + AT_ONCE);
    const close = await Promise.all(some.map((doubt) => ask(tools, lane, doubt)));
    const now = tools.clock.now();
    const nothing = {
      providerId: null,
      claimId: randomUUID(),
      windowUntil: now,
      open: [],
      policy: null,
    };
    await commitTick(tools.pool, { lane, now, ...nothing, close });
    tools.changed(lane);
  }
}

async function ask(tools: LaneTools, lane: DueLane, doubt: Doubt): Promise<Answer> {
  const { pool, clock, providers } = tools;
  const provider = await providers.providerOf(pool, lane.accountId, doubt.providerId);
  const capabilities = provider?.capabilities(lane.channel);
  if (!provider || !capabilities?.query) return nobodyToAsk(doubt, clock);
  const question = Promise.resolve()
    .then(() => provider.query(doubt.attemptId, lane.accountId))
    .catch((error: unknown): QueryOutcome => ({ outcome: 'unknown', answer: String(error) }));
  return answerOfQuery(doubt, await withinTime(clock, question, capabilities.timeout), clock.now());
}

function nobodyToAsk(doubt: Doubt, clock: Clock): Answer {
  const answer = 'No answer came back, and the provider that was called cannot be asked any more.';
  return { ...answerOfQuery(doubt, { outcome: 'unknown', answer }, clock.now()), settleAt: null };
}

async function withinTime(
  clock: RunningClock,
  question: Promise<QueryOutcome>,
  timeout: number,
): Promise<QueryOutcome> {
  let stopTimer = () => {};
  const silence = new Promise<QueryOutcome>((resolve) => {
    const answer = `No word on it within ${timeout / 1_000} seconds.`;
    stopTimer = clock.timer(timeout, () => resolve({ outcome: 'unknown', answer }));
  });
  try {
    return await Promise.race([question, silence]);
  } finally {
    stopTimer();
  }
}

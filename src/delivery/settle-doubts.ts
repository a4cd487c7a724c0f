import type { Clock, RunningClock } from '../platform/clock.ts';
import type { QueryOutcome } from '../providers/provider.ts';
import { type Answer, answerOfQuery } from './answer.ts';
import { askByListing, askByReference } from './ask-provider.ts';
import { type BroadcastText, readBroadcastText } from './broadcast-text.ts';
import { enclose } from './enclose.ts';
import type { Doubt, DueLane } from './lane.ts';
import { overdueProviders, recoverLane, unsettled } from './lane-statements.ts';
import type { LaneTools } from './lane-tools.ts';
import { canList, firstAsking } from './settle-time.ts';
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
  let text: Promise<BroadcastText> | null = null;
  const textOnce = () => {
    text ??= readBroadcastText(tools.pool, lane.accountId, lane.broadcastId);
    return text;
  };
  for (let at = 0; at < doubts.length && !tools.isStopping(); at += AT_ONCE) {
    const some = doubts.slice(at, at + AT_ONCE);
    const close = await Promise.all(some.map((doubt) => ask(tools, lane, doubt, textOnce)));
    const now = tools.clock.now();
    const nothing = { providerId: null, windowUntil: now, open: [], policy: null };
    await commitTick(tools.pool, { lane, now, ...nothing, close }, tools.home);
    tools.changed(lane);
  }
}

/** What the provider that was called says of a doubt: by our reference where it can, else by its listing. */
async function ask(
  tools: LaneTools,
  lane: DueLane,
  doubt: Doubt,
  text: () => Promise<BroadcastText>,
): Promise<Answer> {
  const { pool, clock, providers } = tools;
  const { providerId } = doubt;
  const provider = await providers.providerOf(pool, lane.accountId, providerId);
  const capabilities = provider?.capabilities(lane.channel);
  if (!provider || !capabilities) return nobodyToAsk(doubt, clock);
  const isRestored = doubt.reason === 'ledger_restored';
  const byReference = capabilities.query && !(isRestored && canList(capabilities));
  if (!byReference && !canList(capabilities)) return nobodyToAsk(doubt, clock);
  const question = Promise.resolve()
    .then(async () =>
      byReference
        ? askByReference(provider, lane, doubt)
        : askByListing(
            pool,
            provider,
            lane,
            doubt,
            enclose(tools, lane, await text(), capabilities).text,
          ),
    )
    .catch((error: unknown): QueryOutcome => ({ outcome: 'unknown', answer: String(error) }));
  const said = await withinTime(clock, question, capabilities.timeout);
  // It may have been sent again under a reference that is lost.
  if (isRestored && byReference && said.outcome === 'absent') return nobodyToAsk(doubt, clock);
  return answerOfQuery(doubt, said, { providerId, capabilities }, clock.now());
}

function nobodyToAsk(doubt: Doubt, clock: Clock): Answer {
  const answer =
    doubt.reason === 'ledger_restored'
      ? /*i18n*/ 'The database was set back in time: it may have gone out, and no provider can say.'
      : /*i18n*/ 'No answer came back, and the provider that was called cannot be asked any more.';
  const said = { outcome: 'unknown', answer } as const;
  return { ...answerOfQuery(doubt, said, null, clock.now()), settleAt: null };
}

async function withinTime(
  clock: RunningClock,
  question: Promise<QueryOutcome>,
  timeout: number,
): Promise<QueryOutcome> {
  let stopTimer = () => {};
  const silence = new Promise<QueryOutcome>((resolve) => {
    const answer = /*i18n*/ 'No word on it came in time.';
    stopTimer = clock.timer(timeout, () => resolve({ outcome: 'unknown', answer }));
  });
  try {
    return await Promise.race([question, silence]);
  } finally {
    stopTimer();
  }
}

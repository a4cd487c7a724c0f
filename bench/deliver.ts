import { randomUUID } from 'node:crypto';
import { readSendingPolicy } from '../src/account/sending-policy.ts';
import { unwatched } from '../src/delivery/home-watch.ts';
import type { DueLane, OpenedAttempt } from '../src/delivery/lane.ts';
import { claim, dueLanes } from '../src/delivery/lane-statements.ts';
import { commitTick } from '../src/delivery/tick.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Provider } from '../src/providers/provider.ts';
import { startEngine } from '../test/support/engine.ts';
import { take } from '../test/support/take.ts';
import { type Benchmark, type BenchmarkSetting, timed } from './benchmark.ts';
import { addPeople } from './people.ts';

const RECIPIENTS = 20_000;
const WINDOW = 100;
const CLAIM = 1_000;

/** Accepts everything at once. */
const freeProvider: Provider = {
  capabilities: () => ({
    window: WINDOW,
    timeout: 10_000,
    receipts: false,
    query: false,
    listing: false,
    uniqueRefs: true,
    visibilityLag: 0,
  }),
  send: async ({ reference }) => ({ outcome: 'accepted', providerRef: reference, answer: 'ok' }),
  query: async () => ({ outcome: 'unknown', answer: '' }),
  list: async () => ({ outcome: 'unknown', answer: '' }),
  close: async () => undefined,
};

/**
 * Claim to close of 20,000 deliveries by the dispatcher, rendering included, through a provider that
 * costs nothing, against a bare loop of the same statements with the same batches.
 */
export const deliver: Benchmark = {
  name: 'deliver',
  unit: 'deliveries/s',
  aim: 0.5,
  rounds: 5,
  async prepare(setting) {
    await addPeople(setting, RECIPIENTS);
    return async () => {
      const baseline = await bareLoop(setting, await taken(setting));
      const ours = await dispatched(setting, await taken(setting));
      return { ours: (RECIPIENTS / ours) * 1_000, baseline: (RECIPIENTS / baseline) * 1_000 };
    };
  },
};

async function taken({ database, account }: BenchmarkSetting): Promise<string> {
  await database.engine.query('delete from broadcast where account_id = $1', [account.id]);
  const id = await take(database, systemClock, account, {
    audience: { appointments: { filter: {}, excludeIds: [] }, people: [] },
    content: { sms: { text: 'Hello {{ participant.first_name }}, we are closed.' } },
  });
  await database.engine.query('checkpoint').catch(() => undefined);
  return id;
}

async function dispatched({ database, account }: BenchmarkSetting, id: string): Promise<number> {
  const engine = startEngine(database, systemClock, freeProvider);
  const milliseconds = await timed(async () => {
    for (;;) {
      const { rowCount } = await database.engine.query(
        `select from broadcast where account_id = $1 and id = $2 and state = 'sent'`,
        [account.id, id],
      );
      if (rowCount) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await engine.stop();
  return milliseconds;
}

async function bareLoop({ database, account }: BenchmarkSetting, id: string): Promise<number> {
  const pool = database.ledger;
  const now = () => systemClock.now();
  const [lane] = await dueLanes(pool, now(), [], 1);
  if (lane?.broadcastId !== id) throw new Error('the only lane is the one that was taken');
  const policy = await readSendingPolicy(pool, account.id);
  const { rows } = await pool.query<{ id: string }>(
    `select provider_id as id from channel_provider where account_id = $1 and channel = 'sms'`,
    [account.id],
  );
  return timed(() => loop(lane, rows[0]?.id ?? ''));

  async function loop(lane: DueLane, providerId: string): Promise<void> {
    const claimId = randomUUID();
    const tick = { lane, providerId, claimId };
    let opened: OpenedAttempt[] = [];
    for (;;) {
      const claimed = await claim(pool, lane, providerId, claimId, now(), CLAIM);
      if (claimed.length === 0) break;
      for (let at = 0; at < claimed.length; at += WINDOW) {
        const open = claimed
          .slice(at, at + WINDOW)
          .map((delivery) => ({ id: delivery.id, verdict: null }));
        const windowUntil = new Date(now().getTime() + 15_000);
        ({ opened } = await commitTick(
          pool,
          {
            ...tick,
            now: now(),
            windowUntil,
            open,
            policy,
            close: answers(),
          },
          unwatched,
        ));
      }
    }
    await commitTick(
      pool,
      {
        ...tick,
        now: now(),
        windowUntil: now(),
        open: [],
        policy,
        close: answers(),
      },
      unwatched,
    );

    function answers() {
      return opened.map((attempt) => ({
        attempt,
        outcome: 'accepted' as const,
        providerRef: attempt.attemptId,
        uniqueAt: providerId,
        reason: null,
        code: null,
        answer: 'ok',
        retryAt: null,
        settleAt: null,
      }));
    }
  }
}

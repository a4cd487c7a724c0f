import { readSendingPolicy } from '../src/account/sending-policy.ts';
import { unwatched } from '../src/delivery/home-watch.ts';
import type { DueLane, OpenedAttempt } from '../src/delivery/lane.ts';
import { claim, dueLanes } from '../src/delivery/lane-statements.ts';
import { commitTick } from '../src/delivery/tick.ts';
import { systemClock } from '../src/platform/clock.ts';
import { startEngine } from '../test/support/engine.ts';
import { type Benchmark, inRounds, medianOf, timed } from './benchmark.ts';
import { forgetBroadcasts, isSent, takeTo } from './broadcast.ts';
import { everythingOn } from './everything-on.ts';
import { addPeople } from './people.ts';
import { pretendProvider } from './pretend-provider.ts';
import type { BenchmarkSetting } from './setting.ts';

const RECIPIENTS = 20_000;
const WINDOW = 100;
const PROVIDER = { window: WINDOW, delay: 0 };
const CLAIM = 1_000;
const ROUNDS = 5;

/**
 * Claim to close of 20,000 deliveries by the dispatcher, rendering included, through a provider that
 * costs nothing and with everything in the way that an account can have, against a bare loop of the same
 * statements with the same batches.
 */
export const deliver: Benchmark = {
  name: 'deliver',
  async run(setting) {
    await everythingOn(setting, PROVIDER);
    await addPeople(setting, RECIPIENTS);
    const rounds = await inRounds(ROUNDS, async () => {
      const baseline = await bareLoop(setting, await taken(setting));
      const ours = await dispatched(setting, await taken(setting));
      return { ours: (RECIPIENTS / ours) * 1_000, baseline: (RECIPIENTS / baseline) * 1_000 };
    });
    return [medianOf(rounds, { name: 'deliver', unit: 'deliveries/s', aim: { least: 0.5 } })];
  },
};

async function taken(setting: BenchmarkSetting): Promise<string> {
  await forgetBroadcasts(setting);
  return takeTo(setting);
}

async function dispatched(setting: BenchmarkSetting, id: string): Promise<number> {
  const engine = startEngine(setting.database, systemClock, pretendProvider(PROVIDER));
  const milliseconds = await timed(() => isSent(setting, id));
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
    const tick = { lane, providerId };
    let opened: OpenedAttempt[] = [];
    for (;;) {
      const claimed = await claim(pool, lane, providerId, now(), CLAIM);
      if (claimed.length === 0) break;
      for (let at = 0; at < claimed.length; at += WINDOW) {
        const open = claimed
          .slice(at, at + WINDOW)
          .map(({ id, claimId }) => ({ id, claimId, verdict: null }));
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

import { randomUUID } from 'node:crypto';
import { afterEach } from 'vitest';
import type { Account } from '../../src/account/account.ts';
import { receiveReply } from '../../src/inbox/receive-reply.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database.ts';
import { startEngine, type TestEngine } from './engine.ts';
import { take } from './take.ts';
import { waitFor } from './wait-for.ts';

/** The number that answers where no other is named. */
export const ana = '+12125550100';

/** People with pretend phones who answer; workers that a test starts stop after it. */
export function conversation(database: Database) {
  const clock = new MovableClock();
  const engines: TestEngine[] = [];
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.stop();
  });

  /** What the pretend phones and mailboxes of an account have received, in order. */
  async function phones(account: Account): Promise<string[]> {
    const { rows } = await database.engine.query<{ text: string }>(
      `select content ->> 'text' as text from sandbox_message where account_id = $1 order by id`,
      [account.id],
    );
    return rows.map(({ text }) => text);
  }

  return {
    clock,
    phones,
    start: () => {
      engines.push(startEngine(database, clock));
    },
    /** An answer from somebody; the same `ref` is the same answer again. */
    reply: (account: Account, text: string, { address = ana, ref = randomUUID() as string } = {}) =>
      receiveReply(database, clock, account, {
        providerId: account.id,
        providerRef: ref,
        channel: address.includes('@') ? 'email' : 'sms',
        address,
        sentTo: '+12125550000',
        text,
      }),
    phonesGet: (account: Account, count: number) =>
      waitFor(
        () => phones(account),
        (texts) => texts.length >= count,
      ),
    /** Waits until nothing of the account is on its way any more. */
    rest: (account: Account) =>
      waitFor(
        async () => {
          const { rows } = await database.engine.query<{ n: number }>(
            'select count(*) as n from broadcast where account_id = $1 and finished_at is null',
            [account.id],
          );
          return rows[0]?.n;
        },
        (n) => n === 0,
      ),
    listed: async (account: Account) => {
      const { rows } = await database.engine.query<{ address: string; reason: string }>(
        'select address, reason from suppression where account_id = $1 order by address',
        [account.id],
      );
      return rows;
    },
    history: async (account: Account) => {
      const { rows } = await database.engine.query<{ state: string; words: string }>(
        'select state, words from consent where account_id = $1 order by id',
        [account.id],
      );
      return rows;
    },
    textTo: (account: Account, phonesOf: readonly string[], sendAt: Date | null = null) =>
      take(
        database,
        clock,
        account,
        {
          audience: { people: phonesOf.map((phone) => ({ name: '', phone })) },
          content: { sms: { text: 'We are closed tomorrow' } },
        },
        sendAt,
      ),
  };
}

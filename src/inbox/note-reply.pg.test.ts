import { expect, it } from 'vitest';
import { ana, conversation } from '../../test/support/conversation.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import type { Account } from '../account/account.ts';
import { asAccount } from '../platform/database.ts';
import { readBroadcast } from '../status/read-broadcasts.ts';
import { lastRepliesTo } from './last-replies.ts';

const database = await testDatabase();
const { clock, start, reply, rest, textTo, phonesGet } = conversation(database);
const ben = '+12125550101';

it('an answer belongs to the last message that had gone out to them', async () => {
  const account = await testAccount(database);
  start();
  const first = await sent(account, [ana, ben]);
  await reply(account, 'Yes');
  const second = await sent(account, [ana]);
  await textTo(account, [ana], new Date(clock.now().getTime() + 86_400_000));
  await reply(account, 'And thank you');
  await reply(account, 'Who is this?', { address: ben });
  expect(await answersTo(account, first)).toEqual(['Who is this?', 'Yes']);
  expect(await answersTo(account, second)).toEqual(['And thank you']);
  expect([await replied(account, first), await replied(account, second)]).toEqual([2, 1]);
});

it('who answers again and again is counted once, and what came last is shown', async () => {
  const account = await testAccount(database);
  start();
  const id = await sent(account, [ana]);
  await Promise.all(['One', 'Two', 'Three'].map((text) => reply(account, text)));
  await reply(account, 'Four', { ref: 'again' });
  await reply(account, 'Four', { ref: 'again' });
  expect(await answersTo(account, id)).toEqual(['Four']);
  expect(await replied(account, id)).toBe(1);
});

it('STOP answers the message, and not what was said to an earlier STOP', async () => {
  const account = await testAccount(database);
  start();
  const id = await sent(account, [ana]);
  await reply(account, 'STOP');
  await phonesGet(account, 2);
  await reply(account, 'I said stop');
  expect(await answersTo(account, id)).toEqual(['I said stop']);
  expect(await replied(account, id)).toBe(1);
});

it('what answers no message of ours belongs to none', async () => {
  const [account, stranger] = [await testAccount(database), await testAccount(database)];
  start();
  const id = await sent(stranger, [ana]);
  await reply(account, 'Hello?');
  expect([await replied(stranger, id), await answersTo(stranger, id)]).toEqual([0, []]);
});

async function sent(account: Account, phones: readonly string[]): Promise<string> {
  clock.advance(60_000);
  const id = await textTo(account, phones);
  await rest(account);
  clock.advance(60_000);
  return id;
}

async function answersTo(account: Account, broadcastId: string): Promise<string[]> {
  const { rows } = await database.engine.query<{ id: string }>(
    'select id from delivery where account_id = $1 and broadcast_id = $2',
    [account.id, broadcastId],
  );
  const ids = rows.map(({ id }) => id);
  const replies = await asAccount(database, account.id, (client) =>
    lastRepliesTo(client, account.id, ids),
  );
  return [...replies.values()].map(({ text }) => text).toSorted();
}

async function replied(account: Account, broadcastId: string): Promise<number | undefined> {
  return (await readBroadcast(database.engine, account.id, broadcastId))?.replied;
}

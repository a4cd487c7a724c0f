import { expect, it } from 'vitest';
import { administer } from '../../test/support/break-connections.ts';
import { ana, conversation } from '../../test/support/conversation.ts';
import { kept, recount } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import type { Account } from '../account/account.ts';
import { listBroadcasts } from '../status/read-broadcasts.ts';

const database = await testDatabase();
const { clock, start, reply, phones, phonesGet, rest, listed, history, textTo } =
  conversation(database);

it('obeys a STOP, takes back what was scheduled, and confirms it once', async () => {
  const account = await testAccount(database);
  const nextWeek = new Date(clock.now().getTime() + 7 * 86_400_000);
  const id = await textTo(account, [ana, '+12125550101'], nextWeek);
  expect((await reply(account, ' Stop! ')).meaning).toBe('stop');
  expect(await kept(database, account.id, id)).toEqual({ waiting: 1, left_out: 1 });
  expect(await kept(database, account.id, id)).toEqual(await recount(database, account.id, id));
  start();
  expect(await phonesGet(account, 1)).toEqual([
    'Hill Street Clinic: You will get no more messages from us here. Reply START to get them again.',
  ]);
  expect((await reply(account, 'STOP')).meaning).toBe('stop');
  expect(await listed(account)).toEqual([{ address: ana, reason: 'stop' }]);
  expect(await history(account)).toEqual([{ state: 'revoked', words: ' Stop! ' }]);
  await textTo(account, ['+12125550101']);
  expect(await phonesGet(account, 2)).toHaveLength(2);
  // The confirmation is part of a conversation, not of the outbox.
  const { items } = await listBroadcasts(database.engine, account.id, { limit: 10 });
  expect(items.map(({ title }) => title)).toEqual([
    'We are closed tomorrow',
    'We are closed tomorrow',
  ]);
});

it.each([
  ['ARRÊT', 'Hill Street Clinic : vous ne recevrez plus'],
  ['Baja', 'Hill Street Clinic: no le enviaremos nada'],
  ['STOPP', 'Hill Street Clinic: Sie bekommen hier keine'],
  ['Unsubscribe', 'Hill Street Clinic: You will get no more'],
])('answers %s in its language', async (word, answer) => {
  const account = await testAccount(database);
  start();
  await reply(account, word);
  expect((await phonesGet(account, 1))[0]).toMatch(new RegExp(`^${answer}`));
});

it('answers a word of all languages in the one of the number', async () => {
  const account = await testAccount(database);
  await asAllowed(account);
  start();
  await reply(account, 'STOP', { address: '+33612345678' });
  expect((await phonesGet(account, 1))[0]).toContain('vous ne recevrez plus');
});

async function asAllowed(account: Account): Promise<void> {
  await database.engine.query(
    `update sending_policy set allowed_countries = '{US,FR}' where account_id = $1`,
    [account.id],
  );
}

it('does nothing twice, however often and at once it is brought', async () => {
  const account = await testAccount(database);
  const all = await Promise.all(
    Array.from({ length: 8 }, () => reply(account, 'STOP', { ref: 'again' })),
  );
  expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(all.map(({ id, meaning }) => `${id} ${meaning}`)).size).toBe(1);
  start();
  start();
  await rest(account);
  expect(await phones(account)).toHaveLength(1);
  expect(await history(account)).toHaveLength(1);
});

it('leaves nothing where it breaks in the middle, and does all of it the next time', async () => {
  const account = await testAccount(database);
  await administer(
    database,
    `create function break_answer() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
     create trigger break_answer before insert on delivery for each row execute function break_answer()`,
  );
  await expect(reply(account, 'STOP', { ref: 'broken' })).rejects.toThrow('broken');
  await administer(database, 'drop trigger break_answer on delivery');
  expect(await listed(account)).toEqual([]);
  expect(await history(account)).toEqual([]);
  expect((await reply(account, 'STOP', { ref: 'broken' })).isNew).toBe(true);
  start();
  await rest(account);
  expect(await phones(account)).toHaveLength(1);
});

it('sends no confirmation once the minutes for it are over', async () => {
  const account = await testAccount(database);
  await reply(account, 'STOP');
  clock.advance(6 * 60_000);
  start();
  await rest(account);
  expect(await phones(account)).toEqual([]);
});

it('obeys by email too, whatever the case of the mailbox', async () => {
  const account = await testAccount(database);
  start();
  await reply(account, 'Unsubscribe', { address: 'Ana@example.com' });
  await phonesGet(account, 1);
  await take(database, clock, account, {
    audience: { people: [{ name: '', email: 'ANA@example.com' }] },
    content: { email: { subject: 'Closed', text: 'We are closed' } },
  });
  await rest(account);
  expect(await phones(account)).toHaveLength(1);
});

it('puts the name of the account in as it is, whatever stands in it', async () => {
  const account = await testAccount(database);
  await database.engine.query('update account set name = $2 where id = $1', [
    account.id,
    'A {{ participant.phone }} {% raw %}',
  ]);
  start();
  await reply(account, 'STOP');
  expect((await phonesGet(account, 1))[0]).toMatch(/^A \{\{ participant\.phone \}\} \{% raw %\}: /);
});

import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { administer } from '../../test/support/break-connections.ts';
import { startEngine, type TestEngine } from '../../test/support/engine.ts';
import { kept, recount } from '../../test/support/ledger.ts';
import { take } from '../../test/support/take.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import type { Account } from '../account/account.ts';
import { suppress } from '../audience/suppress.ts';
import type { SuppressionReason } from '../contract/suppression.ts';
import { MovableClock } from '../platform/clock.ts';
import { asEngine } from '../platform/database.ts';
import { listBroadcasts } from '../status/read-broadcasts.ts';
import { receiveReply } from './receive-reply.ts';

const database = await testDatabase();
const clock = new MovableClock();
const engines: TestEngine[] = [];
const ana = '+12125550100';

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

function start(): void {
  engines.push(startEngine(database, clock));
}

/** An answer from somebody; the same `ref` is the same answer again. */
function reply(
  account: Account,
  text: string,
  { address = ana, ref = randomUUID() as string } = {},
) {
  const place = address.includes('@') ? ('email' as const) : ('sms' as const);
  return receiveReply(database, clock, account, {
    providerId: account.id,
    providerRef: ref,
    channel: place,
    address,
    sentTo: '+12125550000',
    text,
  });
}

/** What the pretend phones of an account have received, in order. */
async function phones(account: Account): Promise<string[]> {
  const { rows } = await database.engine.query<{ text: string }>(
    `select content ->> 'text' as text from sandbox_message where account_id = $1 order by id`,
    [account.id],
  );
  return rows.map(({ text }) => text);
}

const phonesGet = (account: Account, count: number) =>
  waitFor(
    () => phones(account),
    (texts) => texts.length >= count,
  );

/** Once nothing of the account is on its way any more. */
const rest = (account: Account) =>
  waitFor(
    async () => {
      const { rows } = await database.engine.query<{ n: number }>(
        'select count(*) as n from broadcast where account_id = $1 and finished_at is null',
        [account.id],
      );
      return rows[0]?.n;
    },
    (n) => n === 0,
  );

async function listed(account: Account): Promise<{ address: string; reason: string }[]> {
  const { rows } = await database.engine.query<{ address: string; reason: string }>(
    'select address, reason from suppression where account_id = $1 order by address',
    [account.id],
  );
  return rows;
}

async function history(account: Account): Promise<{ state: string; words: string }[]> {
  const { rows } = await database.engine.query<{ state: string; words: string }>(
    'select state, words from consent where account_id = $1 order by id',
    [account.id],
  );
  return rows;
}

const textTo = (account: Account, people: { phone: string }[], sendAt: Date | null = null) =>
  take(
    database,
    clock,
    account,
    {
      audience: { people: people.map((person) => ({ name: '', ...person })) },
      content: { sms: { text: 'We are closed tomorrow' } },
    },
    sendAt,
  );

it('obeys a STOP, takes back what was scheduled, and confirms it once', async () => {
  const account = await testAccount(database);
  const nextWeek = new Date(clock.now().getTime() + 7 * 86_400_000);
  const id = await textTo(account, [{ phone: ana }, { phone: '+12125550101' }], nextWeek);
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
  await textTo(account, [{ phone: '+12125550101' }]);
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

it('brings back by START whom a STOP had suppressed, and says so once', async () => {
  const account = await testAccount(database);
  start();
  await reply(account, 'STOP');
  await phonesGet(account, 1);
  expect((await reply(account, 'start')).meaning).toBe('start');
  expect((await reply(account, 'START')).meaning).toBe('start');
  expect(await listed(account)).toEqual([]);
  await textTo(account, [{ phone: ana }]);
  const texts = await phonesGet(account, 3);
  await rest(account);
  expect(texts.slice(1).sort()).toEqual([
    'Hill Street Clinic: You will get our messages again. Reply STOP to end them.',
    'We are closed tomorrow',
  ]);
  expect((await history(account)).map(({ state }) => state)).toEqual(['revoked', 'granted']);
});

it('takes YES for a START only from whom has stopped us', async () => {
  const account = await testAccount(database);
  expect((await reply(account, 'Yes')).meaning).toBe('message');
  await reply(account, 'STOP');
  expect((await reply(account, 'Yes')).meaning).toBe('start');
  expect(await listed(account)).toEqual([]);
});

it.each<SuppressionReason>(['manual', 'complaint'])(
  'leaves who is listed as %s there, START or not',
  async (reason) => {
    const account = await testAccount(database);
    await asEngine(database, (client) =>
      suppress(client, clock, account.id, { channel: 'sms', address: ana, reason }),
    );
    await reply(account, 'START');
    expect(await listed(account)).toEqual([{ address: ana, reason }]);
    start();
    await rest(account);
    expect(await phones(account)).toEqual([]);
  },
);

it('answers HELP, to whom has stopped us too', async () => {
  const account = await testAccount(database);
  start();
  await reply(account, 'STOP');
  await phonesGet(account, 1);
  expect((await reply(account, 'help?')).meaning).toBe('help');
  expect((await phonesGet(account, 2))[1]).toBe(
    'Hill Street Clinic: We write about your appointments. Please call us with any question. Reply STOP to get no more messages.',
  );
});

it('sends no answer to a START once the next STOP is there', async () => {
  const account = await testAccount(database);
  await reply(account, 'STOP');
  await reply(account, 'START');
  await reply(account, 'STOP');
  start();
  await rest(account);
  expect((await phones(account)).filter((text) => text.includes('again. Reply STOP'))).toEqual([]);
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

import { expect, it } from 'vitest';
import { ana, conversation } from '../../test/support/conversation.ts';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { suppress } from '../audience/suppress.ts';
import type { SuppressionReason } from '../contract/suppression.ts';
import { asEngine } from '../platform/database.ts';

const database = await testDatabase();
const { clock, start, reply, phones, phonesGet, rest, listed, history, textTo } =
  conversation(database);

it('brings back by START whom a STOP had suppressed, and says so once', async () => {
  const account = await testAccount(database);
  start();
  await reply(account, 'STOP');
  await phonesGet(account, 1);
  expect((await reply(account, 'start')).meaning).toBe('start');
  expect((await reply(account, 'START')).meaning).toBe('start');
  expect(await listed(account)).toEqual([]);
  await textTo(account, [ana]);
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

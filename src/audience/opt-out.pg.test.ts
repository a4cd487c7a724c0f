import { expect, it } from 'vitest';
import { testAccount } from '../../test/support/test-account.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { systemClock } from '../platform/clock.ts';
import { asAccount, asEngine } from '../platform/database.ts';
import { type OptOut, recordOptOut } from './opt-out.ts';
import { suppress } from './suppress.ts';

const database = await testDatabase();
const link: OptOut = {
  channel: 'email',
  address: 'Ana@example.com',
  source: 'link',
  words: 'Unsubscribe',
};

const optOut = (accountId: string, given: OptOut) =>
  asEngine(database, (client) => recordOptOut(client, systemClock, accountId, given));

it('suppresses the address on its channel and keeps the evidence, once', async () => {
  const { id } = await testAccount(database);
  expect(await optOut(id, link)).toBe(true);
  expect(await optOut(id, { ...link, address: 'ana@example.com' })).toBe(false);
  const { rows: list } = await database.engine.query(
    'select channel, address, reason from suppression where account_id = $1',
    [id],
  );
  expect(list).toEqual([{ channel: 'email', address: 'ana@example.com', reason: 'unsubscribed' }]);
  const { rows: evidence } = await database.engine.query(
    'select channel, address, state, source, words from consent where account_id = $1',
    [id],
  );
  expect(evidence).toEqual([
    {
      channel: 'email',
      address: 'ana@example.com',
      state: 'revoked',
      source: 'link',
      words: 'Unsubscribe',
    },
  ]);
});

it('keeps the gravest reason', async () => {
  const { id } = await testAccount(database);
  const { channel, address } = link;
  const add = (reason: 'hard_bounce' | 'complaint') =>
    asEngine(database, (client) => suppress(client, systemClock, id, { channel, address, reason }));
  expect(await add('hard_bounce')).toBe(true);
  expect(await optOut(id, link)).toBe(true);
  expect(await add('complaint')).toBe(true);
  expect(await optOut(id, link)).toBe(false);
  const { rows } = await database.engine.query(
    'select reason from suppression where account_id = $1',
    [id],
  );
  expect(rows).toEqual([{ reason: 'complaint' }]);
});

it('has a history that nobody can change', async () => {
  const { id } = await testAccount(database);
  await optOut(id, link);
  const change = `update consent set state = 'granted' where account_id = $1`;
  await expect(database.engine.query(change, [id])).rejects.toThrow(/permission denied/);
  await expect(asAccount(database, id, (client) => client.query(change, [id]))).rejects.toThrow(
    /permission denied/,
  );
});

import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { testAccount } from '../../../test/support/test-account.ts';
import { testDatabase } from '../../../test/support/test-database.ts';
import type { Channel } from '../../contract/channel.ts';
import { sandboxDevicePage } from '../../contract/sandbox.ts';
import { systemClock } from '../../platform/clock.ts';
import { listDevices, setFault } from './devices.ts';
import { Sandbox } from './sandbox.ts';

const database = await testDatabase();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const sink = async () => ({ early: [] });
const sandbox = new Sandbox({ address: database.address, clock: systemClock, sink, log });
afterAll(() => sandbox.close());

async function send(accountId: string, channel: Channel, address: string, text: string, name = '') {
  const reference = randomUUID();
  const subject = channel === 'email' ? { subject: `About ${text}` } : {};
  const message = { reference, accountId, channel, address, name, ...subject, text };
  const outcome = await sandbox.send(message, AbortSignal.timeout(10_000));
  expect(outcome).toMatchObject({ outcome: 'accepted' });
}

async function list(accountId: string, query: object = {}) {
  const page = await listDevices(database.engine, accountId, { limit: 24, ...query });
  return sandboxDevicePage.parse({
    ...page,
    items: page.items.map((device) => ({ ...device, replies: [] })),
  });
}

describe('the pretend phones and mailboxes', () => {
  test('sms and calls of a number are one phone; the newest message stands first', async () => {
    const { id } = await testAccount(database);
    await send(id, 'sms', '+12125550001', 'one', 'Ana Ruiz');
    await send(id, 'email', 'ana@example.com', 'two', 'Ana Ruiz');
    await send(id, 'sms', '+12125550002', 'three', 'Li Wei');
    await send(id, 'voice', '+12125550001', 'four', 'Ana R.');
    const page = await list(id);
    expect(sandboxDevicePage.parse(page)).toEqual(page);
    expect(page).toMatchObject({
      next: null,
      items: [
        {
          kind: 'phone',
          address: '+12125550001',
          name: 'Ana R.',
          fault: 'none',
          received: 2,
          messages: [
            { channel: 'voice', text: 'four', subject: null },
            { channel: 'sms', text: 'one' },
          ],
        },
        { kind: 'phone', address: '+12125550002', received: 1 },
        { kind: 'mailbox', messages: [{ subject: 'About two', text: 'two' }] },
      ],
    });
  });

  test('by kind, and by name or address whatever the case', async () => {
    const { id } = await testAccount(database);
    await send(id, 'sms', '+12125550001', 'one', 'Ana Ruiz');
    await send(id, 'email', 'li@example.com', 'two', 'Li Wei');
    const addresses = async (query: object) =>
      (await list(id, query)).items.map(({ address }) => address);
    expect(await addresses({ kind: 'mailbox' })).toEqual(['li@example.com']);
    expect(await addresses({ kind: 'phone' })).toEqual(['+12125550001']);
    expect(await addresses({ text: 'ANA r' })).toEqual(['+12125550001']);
    expect(await addresses({ text: '@example' })).toEqual(['li@example.com']);
    expect(await addresses({ text: '%' })).toEqual([]);
  });

  test('each device is on one page, also those that have only a fault', async () => {
    const { id } = await testAccount(database);
    for (let n = 0; n < 7; n += 1) await send(id, 'sms', `+1212555100${n % 5}`, `${n}`);
    for (const address of ['c@example.com', 'a@example.com', 'b@example.com'])
      await setFault(database.engine, id, { kind: 'mailbox', address, fault: 'down' });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(id, { limit: 2, cursor });
      seen.push(...page.items.map(({ address }) => address));
      cursor = page.next ?? undefined;
    } while (cursor);
    const phones = ['1', '0', '4', '3', '2'].map((n) => `+1212555100${n}`);
    expect(seen).toEqual([...phones, 'a@example.com', 'b@example.com', 'c@example.com']);
  });

  test('what never arrived is not shown, and a fault is that of the whole phone', async () => {
    const { id } = await testAccount(database);
    const address = '+12125550003';
    await setFault(database.engine, id, { kind: 'phone', address, fault: 'landline' });
    await send(id, 'sms', address, 'a text');
    await send(id, 'voice', address, 'a call');
    expect((await list(id)).items).toMatchObject([
      { address, fault: 'landline', received: 1, messages: [{ text: 'a call' }] },
    ]);
    await setFault(database.engine, id, { kind: 'phone', address, fault: 'none' });
    expect((await list(id)).items).toMatchObject([{ address, fault: 'none' }]);
  });

  test('an account sees its own only, and a forged cursor begins at the start', async () => {
    const [one, other] = [await testAccount(database), await testAccount(database)];
    await send(one.id, 'sms', '+12125550001', 'secret');
    expect(await list(other.id)).toEqual({ items: [], next: null });
    expect((await list(one.id, { cursor: '%%%' })).items).toHaveLength(1);
  });
});

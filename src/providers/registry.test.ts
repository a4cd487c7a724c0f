import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { channels } from '../contract/channel.ts';
import { smtpSettings } from '../contract/provider.ts';
import { systemClock } from '../platform/clock.ts';
import type { Provider } from './provider.ts';
import { openProvider, type ProviderContext, providerKinds } from './registry.ts';
import { splitSmtpSettings } from './smtp/settings.ts';

let closed = 0;
const sandbox: Provider = {
  capabilities: () => ({
    window: 1,
    timeout: 1,
    receipts: true,
    query: true,
    listing: false,
    uniqueRefs: true,
    visibilityLag: 0,
  }),
  send: async ({ reference }) => ({ outcome: 'uncertain', answer: reference }),
  query: async (reference) => ({ outcome: 'absent', answer: reference }),
  list: async ({ address }) => ({ outcome: 'unknown', answer: address }),
  close: async () => {
    closed += 1;
  },
};
const context: ProviderContext = { clock: systemClock, secretKey: randomBytes(32), sandbox };
const smtp = smtpSettings.parse({
  host: 'mail.example.com',
  password: 'x',
  fromAddress: 'a@example.com',
});

test('each kind carries the channels that the registry says', async () => {
  const rows = {
    sandbox: { kind: 'sandbox', settings: {}, secret: null },
    smtp: { kind: 'smtp', ...splitSmtpSettings(smtp, context.secretKey) },
  };
  expect(providerKinds.map(({ kind }) => kind)).toEqual(Object.keys(rows));
  for (const row of Object.values(rows)) {
    const provider = openProvider(row, context);
    const kind = providerKinds.find((each) => each.kind === row.kind);
    expect(channels.filter((channel) => provider.capabilities(channel))).toEqual(kind?.channels);
    await provider.close();
  }
});

test('an account that closes its sandbox leaves it open for the others', async () => {
  const provider = openProvider({ kind: 'sandbox', settings: {}, secret: null }, context);
  expect(await provider.query('r', 'a')).toEqual({ outcome: 'absent', answer: 'r' });
  await provider.close();
  expect(closed).toBe(0);
});

test('an unknown kind is named', () => {
  const row = { kind: 'pigeon', settings: {}, secret: null };
  expect(() => openProvider(row, context)).toThrow('pigeon');
});

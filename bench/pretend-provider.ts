import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Provider } from '../src/providers/provider.ts';
import { type ProviderKind, providerKinds } from '../src/providers/registry.ts';

const settings = z.object({ window: z.int(), delay: z.int(), url: z.url().optional() });

/**
 * How many it takes at once, after how many milliseconds it answers (0: at once), and where each message
 * is told to over HTTP, if anywhere.
 */
export type PretendSettings = z.infer<typeof settings>;

/** Accepts everything, and costs nothing but time. */
export function pretendProvider({ window, delay, url }: PretendSettings): Provider {
  return {
    capabilities: () => ({
      window,
      timeout: 10_000,
      receipts: false,
      query: false,
      listing: false,
      uniqueRefs: true,
      visibilityLag: 0,
    }),
    send: async ({ reference, address, text }) => {
      if (url) await tell(url, { to: address, text });
      if (delay > 0) await sleep(delay);
      return { outcome: 'accepted', providerRef: reference, answer: 'ok' };
    },
    query: async () => ({ outcome: 'unknown', answer: '' }),
    list: async () => ({ outcome: 'unknown', answer: '' }),
    close: async () => undefined,
  };
}

async function tell(url: string, message: object): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(message) });
  await answer.text();
}

/** What ships, and the pretend one. */
export const benchKinds: readonly ProviderKind[] = [
  ...providerKinds,
  {
    kind: 'pretend',
    channels: ['sms'],
    create: ({ settings: row }) => pretendProvider(settings.parse(row)),
  },
];

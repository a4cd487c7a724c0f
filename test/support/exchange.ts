import type { Channel } from '../../src/contract/channel.ts';
import type { FailureReason } from '../../src/contract/outcome.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type {
  Capabilities,
  Provider,
  Receipt,
  ReceiptSink,
  SendOutcome,
  Submission,
} from '../../src/providers/provider.ts';
import { taken } from './carrier.ts';

/** What was handed over, in order. */
export type Sent = Pick<Submission, 'channel' | 'address' | 'reference' | 'accountId'>;

/** A pretend carrier of all channels, whose reports a test gives when it wants. */
export type Exchange = {
  provider: Provider;
  sent: Sent[];
  /** `channel address` of each, in order of the alphabet. */
  calls(): string[];
  /** Reports on the last message to an address, or on one given. */
  report(to: string | Sent, state: Receipt['state'], reason?: FailureReason): Promise<void>;
};

/** Makes one that answers by message and by how often its address was called before. */
export function exchange(
  sink: ReceiptSink,
  clock: Clock,
  answer: (to: Sent, before: number) => SendOutcome | Promise<SendOutcome> = () => taken,
  can: (channel: Channel) => Partial<Capabilities> = () => ({ receipts: true }),
): Exchange {
  const sent: Sent[] = [];
  return {
    sent,
    calls: () => sent.map(({ channel, address }) => `${channel} ${address}`).sort(),
    provider: {
      capabilities: (channel) => ({
        window: 10,
        timeout: 2_000,
        receipts: false,
        query: false,
        listing: false,
        uniqueRefs: false,
        visibilityLag: 0,
        ...can(channel),
      }),
      send: async ({ channel, address, reference, accountId }) => {
        const one = { channel, address, reference, accountId };
        const before = sent.filter((to) => to.channel === channel && to.address === address);
        sent.push(one);
        return answer(one, before.length);
      },
      query: async () => ({ outcome: 'unknown', answer: 'cannot tell' }),
      list: async () => ({ outcome: 'unknown', answer: 'cannot tell' }),
      close: async () => undefined,
    },
    report: async (to, state, reason) => {
      const one = typeof to === 'string' ? sent.findLast(({ address }) => address === to) : to;
      if (!one) throw new Error(`nothing went to ${JSON.stringify(to)}`);
      const { accountId, reference } = one;
      const blank = { code: null, answer: '', answeredBy: null, occurredAt: clock.now() };
      await sink([{ accountId, reference, state, reason: reason ?? null, ...blank }]);
    },
  };
}

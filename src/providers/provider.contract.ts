import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, channels } from '../contract/channel.ts';
import { type LookupHarness, looksNumbersUp } from './lookup.contract.ts';
import type { Receipt, SendOutcome, Submission } from './provider.ts';

/** A provider together with the other side, so that it can be seen what that really took. */
export type ProviderHarness = LookupHarness & {
  /** Addresses at which the other side behaves so. Called once a message, so that each can be another. */
  address(
    behaviour: 'takes' | 'refuses for good' | 'refuses for now' | 'takes and breaks off',
    channel: Channel,
  ): Promise<string>;
  /** How often the other side took the message of this reference. */
  taken(reference: string): Promise<number>;
  /** All receipts that came until now. */
  receipts(): readonly Receipt[];
  close(): Promise<void>;
};

/** Which parts of the behaviour a provider does not have, each with its reason. */
export type ProviderSkips = {
  query?: string;
  listing?: string;
  uniqueRefs?: string;
  receipts?: string;
  lookup?: string;
};

/**
 * What every provider must do, whoever the vendor is. Each adapter calls this from its own test; what
 * it cannot do it skips by name.
 */
export function behavesAsProvider(
  name: string,
  carried: readonly Channel[],
  skips: ProviderSkips,
  open: () => Promise<ProviderHarness>,
): void {
  describe(`${name} behaves as a provider`, () => {
    let harness: ProviderHarness;
    beforeAll(async () => {
      harness = await open();
    });
    afterAll(() => harness.close());

    const submissionTo = async (
      behaviour: Parameters<ProviderHarness['address']>[0],
      channel: Channel,
    ): Promise<Submission> => ({
      reference: randomUUID(),
      accountId: harness.accountId,
      channel,
      address: await harness.address(behaviour, channel),
      name: 'Ana Ruiz',
      ...(channel === 'email' ? { subject: 'Moved' } : {}),
      text: 'We moved your appointment.',
    });
    const send = (submission: Submission, milliseconds = 10_000): Promise<SendOutcome> =>
      harness.provider.send(submission, AbortSignal.timeout(milliseconds));

    test('it says what it can do, on its channels only', () => {
      for (const channel of channels) {
        const capabilities = harness.provider.capabilities(channel);
        expect(capabilities !== null).toBe(carried.includes(channel));
        if (!capabilities) continue;
        expect(capabilities.window).toBeGreaterThan(0);
        expect(capabilities.timeout).toBeGreaterThan(0);
        expect(capabilities.query).toBe(skips.query === undefined);
        expect(capabilities.listing).toBe(skips.listing === undefined);
        expect(capabilities.uniqueRefs).toBe(skips.uniqueRefs === undefined);
        expect(capabilities.receipts).toBe(skips.receipts === undefined);
      }
    });

    looksNumbersUp(() => harness, skips.lookup);

    describe.each(carried)('%s', (channel) => {
      test('accepted: the other side has it once', async () => {
        const submission = await submissionTo('takes', channel);
        expect(await send(submission)).toMatchObject({ outcome: 'accepted' });
        expect(await harness.taken(submission.reference)).toBe(1);
      });

      test('a window full at once: each is answered and taken once', async () => {
        const window = harness.provider.capabilities(channel)?.window ?? 0;
        const all = await Promise.all(
          Array.from({ length: 2 * window }, () => submissionTo('takes', channel)),
        );
        const outcomes = await Promise.all(all.map((submission) => send(submission)));
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(all.map(() => 'accepted'));
        for (const { reference } of all) expect(await harness.taken(reference)).toBe(1);
      });

      test('rejected: it was not taken, and the reason is in our words', async () => {
        const submission = await submissionTo('refuses for good', channel);
        const outcome = await send(submission);
        expect(outcome).toMatchObject({
          outcome: 'rejected',
          reason: expect.not.stringMatching(/^unknown$/),
          answer: expect.stringMatching(/./),
        });
        expect(await harness.taken(submission.reference)).toBe(0);
      });

      test('retryable: it was not taken', async () => {
        const submission = await submissionTo('refuses for now', channel);
        expect(await send(submission)).toMatchObject({
          outcome: 'retryable',
          answer: expect.stringMatching(/./),
        });
        expect(await harness.taken(submission.reference)).toBe(0);
      });

      test('a connection that breaks when it may have been taken is uncertain', async () => {
        const submission = await submissionTo('takes and breaks off', channel);
        expect(await send(submission)).toMatchObject({ outcome: 'uncertain' });
        expect(await harness.taken(submission.reference)).toBe(1);
      });

      test('it works on after refusals and a broken connection', async () => {
        for (const behaviour of ['refuses for good', 'refuses for now', 'takes'] as const) {
          await send(await submissionTo(behaviour, channel));
        }
        const submission = await submissionTo('takes', channel);
        expect(await send(submission)).toMatchObject({ outcome: 'accepted' });
        expect(await harness.taken(submission.reference)).toBe(1);
      });

      test('whose time is up already is answered, and taken only if it might have been', async () => {
        const submission = await submissionTo('takes', channel);
        const { outcome } = await harness.provider.send(submission, AbortSignal.abort());
        if (outcome === 'retryable' || outcome === 'rejected')
          expect(await harness.taken(submission.reference)).toBe(0);
        else expect(['accepted', 'uncertain']).toContain(outcome);
      });

      const queryTest = `query: it knows what it took, and what it never got${because(skips.query)}`;
      test.skipIf(skips.query)(queryTest, async () => {
        const { provider, accountId } = harness;
        const taken = await submissionTo('takes', channel);
        const lost = await submissionTo('takes and breaks off', channel);
        await Promise.all([send(taken), send(lost)]);
        for (const { reference } of [taken, lost])
          expect(await provider.query(reference, accountId)).toMatchObject({ outcome: 'accepted' });
        expect(await provider.query(randomUUID(), accountId)).toMatchObject({ outcome: 'absent' });
      });

      const listTest = `list: it shows what it took, each under an id of its own${because(skips.listing)}`;
      test.skipIf(skips.listing)(listTest, async () => {
        const address = await harness.address('takes', channel);
        const submissions = await Promise.all([1, 2].map(() => submissionTo('takes', channel)));
        const from = new Date();
        const sent = await Promise.all(
          submissions.map((submission) => send({ ...submission, address })),
        );
        const lag = harness.provider.capabilities(channel)?.visibilityLag ?? 0;
        const listed = async () => {
          const span = { from, to: new Date() };
          return harness.provider.list({ accountId: harness.accountId, channel, address, ...span });
        };
        await expect
          .poll(listed, { timeout: lag + 2_000 })
          .toMatchObject({ outcome: 'listed', messages: [expect.anything(), expect.anything()] });
        const list = await listed();
        const messages = list.outcome === 'listed' ? list.messages : [];
        const refs = sent.map((one) => (one.outcome === 'accepted' ? one.providerRef : null));
        expect(messages.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
        for (const { text } of messages) expect([null, submissions[0]?.text]).toContain(text);
      });

      const refTest = `unique ids: no two messages share one${because(skips.uniqueRefs)}`;
      test.skipIf(skips.uniqueRefs)(refTest, async () => {
        const submissions = await Promise.all([1, 2].map(() => submissionTo('takes', channel)));
        const sent = await Promise.all(submissions.map((submission) => send(submission)));
        const refs = sent.map((one) => (one.outcome === 'accepted' ? one.providerRef : null));
        expect(refs).not.toContain(null);
        expect(new Set(refs).size).toBe(2);
      });

      const receiptTest = `receipts: they come with our reference${because(skips.receipts)}`;
      test.skipIf(skips.receipts)(receiptTest, async () => {
        const submission = await submissionTo('takes', channel);
        await send(submission);
        const own = () =>
          harness.receipts().filter(({ reference }) => reference === submission.reference);
        await expect.poll(() => own().at(-1)?.state, { timeout: 8_000 }).toBe('delivered');
        expect(own().every(({ accountId }) => accountId === harness.accountId)).toBe(true);
      });
    });
  });
}

function because(reason: string | undefined): string {
  return reason ? ` (skipped: ${reason})` : '';
}

import { afterAll, expect, test } from 'vitest';
import type { SendOutcome } from '../../../src/providers/provider.ts';
import { addressOf } from '../people.ts';
import { type Fault, faultOf } from './fault.ts';
import { startHttpCarrier } from './http-carrier.ts';
import { LISTING_LAG, PATIENCE } from './http-limits.ts';
import { HttpProvider } from './http-provider.ts';

const settings = { seed: 1, lostReplies: 0.4 };
const carrier = await startHttpCarrier(settings);
afterAll(() => carrier.close());
const provider = new HttpProvider(carrier.provider.settings);

test.concurrent.for<[Fault, SendOutcome['outcome'], number]>([
  ['none', 'accepted', 1],
  ['refused', 'rejected', 0],
  ['throttled', 'retryable', 0],
  ['away', 'uncertain', 0],
  ['cut before', 'uncertain', 0],
  ['cut', 'uncertain', 1],
  ['late', 'uncertain', 1],
  ['broken', 'uncertain', 1],
])(
  '%s: the provider says %s, and the book says %i',
  async ([fault, outcome, times], { expect }) => {
    const person = personWith(fault);
    const from = new Date();
    expect(await send(person)).toMatchObject({ outcome });
    expect(carrier.book.timesOf(person)).toBe(times);
    const list = () =>
      provider.list({
        accountId: '',
        channel: 'sms',
        address: addressOf('sms', person),
        from,
        to: from,
      });
    await expect.poll(list, { timeout: LISTING_LAG + 2_000 }).toEqual({
      outcome: 'listed',
      complete: true,
      messages: Array(times).fill(expect.anything()),
    });
  },
);

test('its listing names id, text and time of what it took', async () => {
  const person = personWith('none', 2);
  const said = await send(person);
  const from = new Date(Date.now() - 86_400_000);
  const question = { accountId: '', channel: 'sms' as const, address: addressOf('sms', person) };
  const list = () => provider.list({ ...question, from, to: new Date() });
  await expect.poll(list, { timeout: LISTING_LAG + 2_000 }).toMatchObject({
    messages: [
      {
        ref: said.outcome === 'accepted' && said.providerRef,
        text: textFor(person),
        at: expect.any(Date),
      },
    ],
  });
});

test('where nobody listens nothing was taken, and nothing can be said of the past', async () => {
  const closed = await startHttpCarrier(settings);
  await closed.close();
  const nobody = new HttpProvider(closed.provider.settings);
  const [address, now] = [addressOf('sms', 1), new Date()];
  const submission = {
    reference: '',
    accountId: '',
    channel: 'sms' as const,
    address,
    name: '',
    text: '',
  };
  expect(await nobody.send(submission, AbortSignal.timeout(PATIENCE))).toMatchObject({
    outcome: 'retryable',
  });
  expect(
    await nobody.list({ accountId: '', channel: 'sms', address, from: now, to: now }),
  ).toMatchObject({ outcome: 'unknown' });
});

/** The nth person with whom this goes wrong at the first try. */
function personWith(fault: Fault, nth = 1): number {
  let left = nth;
  for (let person = 1; ; person += 1) {
    if (faultOf(settings, person, 1) === fault) left -= 1;
    if (left === 0) return person;
  }
}

const textFor = (person: number) => `Person ${person}, we are closed today.`;

function send(person: number): Promise<SendOutcome> {
  const address = addressOf('sms', person);
  const submission = { reference: '', accountId: '', channel: 'sms' as const, address, name: '' };
  return provider.send({ ...submission, text: textFor(person) }, AbortSignal.timeout(PATIENCE));
}

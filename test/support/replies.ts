import { expect } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import type { TestServer } from './test-server.ts';
import { waitFor } from './wait-for.ts';

type Texted = Pick<TestServer, 'call' | 'clock'>;

/** Answers by text from a pretend phone, a minute after what was before; a minute passes after it too. */
export async function replyFrom(
  { call, clock }: Texted,
  address: string,
  text: string,
): Promise<void> {
  clock.advance(60_000);
  const { status } = await call('POST', '/api/sandbox/replies', { channel: 'sms', address, text });
  expect(status).toBe(200);
  clock.advance(60_000);
}

/** Texts everybody on the calendar, and waits until so many have it; the broadcast's id. */
export async function textAll({ call }: Texted, text: string, people: number): Promise<string> {
  const made = await call(
    'POST',
    '/api/broadcasts',
    { audience: { appointments: { filter: {} } }, content: { sms: { text } } },
    { 'idempotency-key': crypto.randomUUID() },
  );
  expect([made.status, made.json]).toEqual([201, expect.anything()]);
  const { id } = broadcast.parse(made.json);
  await waitFor(
    async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
    ({ counts }) => counts.delivered === people,
  );
  return id;
}

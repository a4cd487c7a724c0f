import { broadcast } from '../../src/contract/broadcast.ts';
import { plan } from '../../src/contract/plan.ts';
import { reach } from '../../src/contract/reach.ts';
import type { TestServer } from './test-server.ts';
import { waitFor } from './wait-for.ts';

/** What a test asks of messages and of those that follow them. */
export function followUpCalls({ call }: Pick<TestServer, 'call'>) {
  return {
    /** Makes a message whatever the hour; its id. */
    send: async (audience: object, content: object, more: object = {}): Promise<string> => {
      const answer = await call(
        'POST',
        '/api/broadcasts',
        { audience, content, ignoreQuietHours: true, ...more },
        { 'idempotency-key': crypto.randomUUID() },
      );
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.json));
      return broadcast.parse(answer.json).id;
    },
    /** Waits until all of a message have an outcome. */
    settled: (id: string) =>
      waitFor(
        async () => broadcast.parse((await call('GET', `/api/broadcasts/${id}`)).json),
        ({ state, counts }) => state === 'sent' && counts.with_carrier === 0,
      ),
    planned: async (audience: object, content: object, more: object = {}) =>
      plan.parse((await call('POST', '/api/plans', { audience, content, ...more })).json),
    reachOf: async (id: string) =>
      reach.parse((await call('GET', `/api/broadcasts/${id}/reach`)).json),
  };
}

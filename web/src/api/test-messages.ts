import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { TestRequest, testMessage } from '../../../src/contract/test-message.ts';
import { call } from './call.ts';
import { orThrow } from './failure.ts';

/** Where a test went. */
export type TestMessage = z.infer<typeof testMessage>;

/** Sends what one recipient would get to whoever asks; the same `key` never sends a second one. */
export function useSendTest() {
  return useMutation({
    mutationFn: async ({ key, request }: { key: string; request: TestRequest }) =>
      orThrow(
        await call<TestMessage>('POST', '/tests', {
          json: request,
          headers: { 'idempotency-key': key },
          timeout: 60_000,
        }),
      ),
  });
}

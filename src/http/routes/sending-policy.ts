import { shutDoor } from '../../account/door-lock.ts';
import { readSendingPolicy, writeSendingPolicy } from '../../account/sending-policy.ts';
import { type SendingPolicy, sendingPolicy } from '../../contract/sending-policy.ts';
import { wakeCapped } from '../../delivery/lane-statements.ts';
import { asAccount } from '../../platform/database.ts';
import { give } from '../../platform/signals.ts';
import { askWaitersAgain } from '../../schedule/ask-waiters-again.ts';
import type { HttpContext, Server } from '../context.ts';

/** What an account allows itself: quiet hours, countries, caps and alarms. */
export function sendingPolicyRoutes(server: Server, { database, clock }: HttpContext): void {
  const read = (accountId: string): Promise<SendingPolicy> =>
    asAccount(database, accountId, async (client) => {
      const { version: _, ...policy } = await readSendingPolicy(client, accountId);
      return policy;
    });

  server.get(
    '/sending-policy',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Quiet hours, countries, caps and alarms',
        response: { 200: sendingPolicy },
      },
    },
    ({ principal }) => read(principal.accountId),
  );

  server.put(
    '/sending-policy',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Change them; it holds for what waits already',
        body: sendingPolicy,
        response: { 200: sendingPolicy },
      },
    },
    async ({ principal: { accountId }, body }) => {
      await asAccount(database, accountId, async (client) => {
        await shutDoor(client, accountId);
        const now = clock.now();
        await writeSendingPolicy(client, accountId, body, now);
        await askWaitersAgain(client, accountId, null, now);
        await wakeCapped(client, accountId, now);
      });
      await give(database.engine, { topic: 'work' });
      return read(accountId);
    },
  );
}

import { z } from 'zod';
import { channel } from '../../contract/channel.ts';
import {
  channelProviders,
  providerChange,
  providerLimits,
  providers,
} from '../../contract/provider.ts';
import { closeCircuit, wakeLanes } from '../../delivery/circuit.ts';
import { asAccount, type Queryable } from '../../platform/database.ts';
import { give } from '../../platform/signals.ts';
import {
  changeProvider,
  chooseProviders,
  limitProvider,
  listProviders,
} from '../../providers/provider-store.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const byId = z.object({ id: z.uuid() });

/** What is changed of the ways out while they are in use; it holds from the next message on. */
export function providerUpkeepRoutes(server: Server, context: HttpContext): void {
  const { database, clock, secretKey } = context;

  /** Changes something and answers with all providers; workers look at once. */
  async function change(accountId: string, work: (client: Queryable) => Promise<void>) {
    const items = await asAccount(database, accountId, async (client) => {
      await work(client);
      return listProviders(client, accountId);
    });
    await give(database.engine, { topic: 'work' });
    return { items };
  }

  server.put(
    '/providers/:id',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Correct a mail server; what waited for it goes on',
        params: byId,
        body: providerChange,
        response: { 200: providers },
      },
    },
    ({ principal: { accountId }, params: { id }, body }) =>
      change(accountId, async (client) => {
        const outcome = await changeProvider(client, accountId, id, body, secretKey);
        if (outcome === 'absent') throw unknownProvider();
        if (outcome === 'password_needed') {
          const message =
            /*i18n*/ 'Give the password as well: the server or its user is another one.';
          throw new HttpProblem('invalid_input', message, [{ path: 'smtp.password', message }]);
        }
        await closeCircuit(client, accountId, id, null, clock.now());
      }),
  );

  server.put(
    '/providers/:id/limits',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Limit how fast a provider, or the address it sends from, is used',
        params: byId,
        body: providerLimits,
        response: { 200: providers },
      },
    },
    ({ principal: { accountId }, params: { id }, body }) =>
      change(accountId, async (client) => {
        if (!(await limitProvider(client, accountId, id, body))) throw unknownProvider();
        await wakeLanes(client, accountId, null, clock.now());
      }),
  );

  server.delete(
    '/providers/:id/circuit',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Call a provider again now that was left alone because it failed',
        params: byId,
        response: { 200: providers },
      },
    },
    ({ principal: { accountId }, params: { id } }) =>
      change(accountId, async (client) => {
        const all = await listProviders(client, accountId);
        if (!all.some((one) => one.id === id)) throw unknownProvider();
        await closeCircuit(client, accountId, id, null, clock.now());
      }),
  );

  server.put(
    '/channels/:channel/providers',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Choose who carries a channel, and who stands in while the first is away',
        params: z.object({ channel }),
        body: channelProviders,
        response: { 200: providers },
      },
    },
    ({ principal: { accountId }, params, body: { providerIds } }) =>
      change(accountId, async (client) => {
        if (!(await chooseProviders(client, accountId, params.channel, providerIds))) {
          throw new HttpProblem('invalid_input', /*i18n*/ 'One of them cannot carry this channel.');
        }
        await wakeLanes(client, accountId, params.channel, clock.now());
      }),
  );
}

function unknownProvider(): HttpProblem {
  return new HttpProblem('not_found', /*i18n*/ 'There is no such provider.');
}

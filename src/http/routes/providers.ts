import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { type Channel, channel } from '../../contract/channel.ts';
import {
  channelChoice,
  provider,
  providerPrices,
  providerRequest,
  providers,
  providerTest,
  providerTestResult,
} from '../../contract/provider.ts';
import type { Sentence } from '../../contract/said.ts';
import { closeCircuit, wakeLanes } from '../../delivery/circuit.ts';
import type { ProviderRow } from '../../delivery/provider-pool.ts';
import { submit } from '../../delivery/submit.ts';
import { asAccount } from '../../platform/database.ts';
import { readEmailAddress } from '../../platform/email-address.ts';
import { readPhoneNumber } from '../../platform/phone-number.ts';
import { give } from '../../platform/signals.ts';
import {
  addProvider,
  chooseProviders,
  listProviders,
  removeProvider,
  setPrices,
} from '../../providers/provider-store.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const byId = z.object({ id: z.uuid() });

/** The ways out: which there are, which carries what, and the Test button. */
export function providerRoutes(server: Server, context: HttpContext): void {
  const { database, secretKey } = context;
  const list = (accountId: string) =>
    asAccount(database, accountId, (client) => listProviders(client, accountId));

  server.get(
    '/providers',
    {
      config: { allow: 'read' },
      schema: { summary: 'The ways out', response: { 200: providers } },
    },
    async ({ principal }) => ({ items: await list(principal.accountId) }),
  );

  server.post(
    '/providers',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Add a mail server; it carries nothing until it is chosen',
        body: providerRequest,
        response: { 201: provider },
      },
    },
    async ({ principal: { accountId }, body }, reply) => {
      const id = await asAccount(database, accountId, (client) =>
        addProvider(client, accountId, body, secretKey),
      );
      const added = (await list(accountId)).find((one) => one.id === id);
      if (!added) throw new HttpProblem('internal');
      return reply.status(201).send(added);
    },
  );

  server.delete(
    '/providers/:id',
    {
      config: { allow: 'configure' },
      schema: { summary: 'Take a provider away that nothing was sent by', params: byId },
    },
    async ({ principal: { accountId }, params: { id } }, reply) => {
      const outcome = await asAccount(database, accountId, (client) =>
        removeProvider(client, accountId, id),
      );
      if (outcome === 'absent')
        throw new HttpProblem('not_found', /*i18n*/ 'There is no such provider.');
      if (outcome === 'in_use') {
        throw new HttpProblem(
          'too_late',
          /*i18n*/ 'It carries a channel or has sent messages, whose story names it: let another carry the channel instead.',
        );
      }
      return reply.status(204).send();
    },
  );

  server.put(
    '/providers/:id/prices',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Note what it costs, for the estimate and the spending cap',
        params: byId,
        body: providerPrices,
        response: { 200: providers },
      },
    },
    async ({ principal: { accountId }, params: { id }, body }) => {
      const isKnown = await asAccount(database, accountId, (client) =>
        setPrices(client, accountId, id, body),
      );
      if (!isKnown) throw new HttpProblem('not_found', /*i18n*/ 'There is no such provider.');
      return { items: await list(accountId) };
    },
  );

  server.put(
    '/channels/:channel',
    {
      config: { allow: 'configure' },
      schema: {
        summary: 'Choose which provider carries a channel from now on; no other stands in',
        params: z.object({ channel }),
        body: channelChoice,
        response: { 200: providers },
      },
    },
    async ({ principal: { accountId }, params, body }) => {
      const isChosen = await asAccount(database, accountId, (client) =>
        chooseProviders(client, accountId, params.channel, [body.providerId]),
      );
      if (!isChosen) {
        throw new HttpProblem('invalid_input', /*i18n*/ 'This provider cannot carry this channel.');
      }
      await wakeLanes(database.engine, accountId, params.channel, context.clock.now());
      await give(database.engine, { topic: 'work' });
      return { items: await list(accountId) };
    },
  );

  server.post(
    '/providers/:id/test',
    {
      config: { allow: 'configure', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'Really send one text or email to a number or address by this provider',
        params: byId,
        body: providerTest,
        response: { 200: providerTestResult },
      },
    },
    async ({ principal, params, body }) => {
      const { accountId } = principal;
      const { rows } = await database.engine.query<ProviderRow>(
        `select account_id as "accountId", id, kind, name, settings, secret
           from provider where account_id = $1 and id = $2`,
        [accountId, params.id],
      );
      const [row] = rows;
      if (!row) throw new HttpProblem('not_found', /*i18n*/ 'There is no such provider.');
      const account = await readAccount(database.engine, accountId);
      const to = destination(body.address, account.country);
      const opened = context.openProvider(row);
      try {
        const capabilities = opened.capabilities(to.channel);
        if (!capabilities)
          throw wrongAddress({
            text: /*i18n*/ '“{provider}” cannot send there.',
            values: { provider: row.name },
          });
        const said = await submit(
          context.clock,
          opened,
          {
            reference: randomUUID(),
            accountId,
            ...to,
            name: '',
            ...(to.channel === 'email' ? { subject: `A test from ${account.name}` } : {}),
            text: `This is a test of “${row.name}” by ${account.name}. It works.`,
          },
          capabilities.timeout,
        );
        if (said.outcome === 'accepted') {
          await closeCircuit(database.engine, accountId, row.id, to.channel, context.clock.now());
          await give(database.engine, { topic: 'work' });
        }
        return { outcome: said.outcome, answer: said.answer };
      } finally {
        await opened.close();
      }
    },
  );
}

/** A mailbox is written to, a number gets a text; throws the problem where it is neither. */
function destination(text: string, country: string): { channel: Channel; address: string } {
  if (text.includes('@')) {
    const email = readEmailAddress(text);
    if ('problem' in email) throw wrongAddress(email.problem);
    return { channel: 'email', address: email.address };
  }
  const phone = readPhoneNumber(text, country);
  if ('problem' in phone) throw wrongAddress(phone.problem);
  return { channel: 'sms', address: phone.e164 };
}

function wrongAddress(message: Sentence): HttpProblem {
  return new HttpProblem('invalid_input', message, [{ path: 'address', message }]);
}

import { readAccount } from '../../account/account.ts';
import { isSuppressed } from '../../audience/is-suppressed.ts';
import { recordOptOut } from '../../audience/opt-out.ts';
import { readConsents } from '../../audience/read-consents.ts';
import { recordConsent } from '../../audience/record-consent.ts';
import { channels } from '../../contract/channel.ts';
import {
  type ConsentPage,
  consentPage,
  consentQuery,
  consentRequest,
  revocationRequest,
} from '../../contract/consent.ts';
import { asAccount } from '../../platform/database.ts';
import { addressOrRefuse } from '../address-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

/** What people agreed to, and took back: a history that is added to and never changed. */
export function consentRoutes(server: Server, { database, clock }: HttpContext): void {
  const read = async (
    accountId: string,
    query: Parameters<typeof readConsents>[2],
  ): Promise<ConsentPage> =>
    asAccount(database, accountId, (client) => readConsents(client, accountId, query));

  server.get(
    '/consents',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What an address agreed to and took back, newest first',
        description: 'The first of a channel is what holds.',
        querystring: consentQuery,
        response: { 200: consentPage },
      },
    },
    async ({ principal: { accountId }, query }) => {
      const account = await readAccount(database.engine, accountId);
      const kind = query.channel ?? (query.address.includes('@') ? 'email' : 'sms');
      const address = addressOrRefuse(kind, query.address, account);
      const asked = query.channel ? [query.channel] : channels;
      return read(accountId, { ...query, address, channels: asked });
    },
  );

  server.post(
    '/consents',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Note that somebody agreed to be contacted, and how we know',
        body: consentRequest,
        response: { 201: consentPage },
      },
    },
    async ({ principal: { accountId, user }, body }, reply) => {
      const address = addressOrRefuse(
        body.channel,
        body.address,
        await readAccount(database.engine, accountId),
      );
      await asAccount(database, accountId, async (client) => {
        await recordConsent(client, clock, accountId, {
          ...body,
          address,
          state: 'granted',
          recordedBy: user.name,
        });
        // Asked under the shut door, which noting it has taken.
        if (await isSuppressed(client, accountId, { channel: body.channel, address })) {
          throw new HttpProblem(
            'suppressed',
            /*i18n*/ 'Take it off the list first (suppression-removals); where they put themselves on it, that notes what they say now.',
          );
        }
      });
      reply.status(201);
      return read(accountId, { channels: [body.channel], address, limit: 10 });
    },
  );

  server.post(
    '/consents/revocations',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Note that somebody wants no more of it; nothing is sent there from now on',
        body: revocationRequest,
        response: { 201: consentPage },
      },
    },
    async ({ principal: { accountId, user }, body }, reply) => {
      const address = addressOrRefuse(
        body.channel,
        body.address,
        await readAccount(database.engine, accountId),
      );
      await asAccount(database, accountId, (client) =>
        recordOptOut(client, clock, accountId, { ...body, address, recordedBy: user.name }),
      );
      reply.status(201);
      return read(accountId, { channels: [body.channel], address, limit: 10 });
    },
  );
}

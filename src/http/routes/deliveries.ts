import { Readable } from 'node:stream';
import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { type Broadcast, broadcast } from '../../contract/broadcast.ts';
import {
  type DeliveryStory,
  deliveryPage,
  deliveryQuery,
  deliveryStory,
  recipientFileQuery,
  settlement,
} from '../../contract/delivery.ts';
import { lastRepliesTo } from '../../inbox/last-replies.ts';
import { asAccount } from '../../platform/database.ts';
import { give } from '../../platform/signals.ts';
import { readBroadcast } from '../../status/read-broadcasts.ts';
import { listDeliveries } from '../../status/read-deliveries.ts';
import { readStory } from '../../status/read-story.ts';
import { recipientFile } from '../../status/recipient-file.ts';
import { settleDelivery } from '../../status/settle.ts';
import { settleBroadcast } from '../../status/settle-broadcast.ts';
import { takeBackDelivery } from '../../status/take-back-delivery.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const byId = z.object({ id: z.uuid() });

/** The people of a broadcast, what became of each, and the settling of what is not sure. */
export function deliveryRoutes(server: Server, { database, clock, files }: HttpContext): void {
  server.get(
    '/broadcasts/:id/deliveries',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The people of a message by outcome, those left out among them',
        params: byId,
        querystring: deliveryQuery,
        response: { 200: deliveryPage },
      },
    },
    ({ principal: { accountId }, params, query }) =>
      asAccount(database, accountId, async (client) => {
        if (!(await readBroadcast(client, accountId, params.id))) {
          throw new HttpProblem('not_found', /*i18n*/ 'There is no such message.');
        }
        const page = await listDeliveries(client, accountId, params.id, query);
        const sent = page.items.filter(({ state }) => state !== null).map(({ id }) => id);
        const replies = await lastRepliesTo(client, accountId, sent);
        const items = page.items.map((row) => ({ ...row, reply: replies.get(row.id) ?? null }));
        return { ...page, items };
      }),
  );

  server.get(
    '/broadcasts/:id/recipients.csv',
    {
      // It holds what the list shows to the same people.
      config: { allow: 'read' },
      schema: {
        summary: 'The people of a message as CSV, filtered as their list is',
        description:
          'In UTF-8 with a byte order mark, a line for each message and each channel that somebody was left out of: outcome, reason in our words, the provider’s own words, attempts, and times by the clock of the account. Lines of a person stand together, in no order of names. What a spreadsheet would take for a formula is set behind an apostrophe.',
        params: byId,
        querystring: recipientFileQuery,
        produces: ['text/csv'],
      },
    },
    async ({ principal: { accountId }, params: { id }, query }, reply) => {
      await message(accountId, id);
      const account = await readAccount(database.engine, accountId);
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="message-${id}.csv"`)
        .send(Readable.from(recipientFile(database, account, id, query)));
    },
  );

  server.get(
    '/deliveries/:id',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'One delivery: the exact text, each attempt, each receipt',
        params: byId,
        response: { 200: deliveryStory },
      },
    },
    ({ principal, params }) => found(principal.accountId, params.id),
  );

  server.post(
    '/deliveries/:id/settlement',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Decide about a delivery that nobody can be sure of',
        params: byId,
        body: settlement,
        response: { 200: deliveryStory },
      },
    },
    async ({ principal: { accountId }, params, body }) => {
      await found(accountId, params.id);
      if (!(await settleDelivery(database, clock, accountId, params.id, body.decision))) {
        throw new HttpProblem('too_late', /*i18n*/ 'It has been settled in the meantime.');
      }
      return found(accountId, params.id);
    },
  );

  server.post(
    '/deliveries/:id/cancellation',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Take back what waits for one person; the rest of its message goes on',
        params: byId,
        response: { 200: deliveryStory },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      const { broadcastId } = await found(accountId, id);
      if (!(await takeBackDelivery(database, clock, accountId, id))) {
        throw new HttpProblem('too_late', /*i18n*/ 'It has gone out or was taken back already.');
      }
      await give(database.engine, { topic: 'work' });
      await give(database.engine, { topic: 'broadcast', accountId, id: broadcastId });
      return found(accountId, id);
    },
  );

  server.post(
    '/broadcasts/:id/settlement',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Decide at once about everything of a message that nobody can be sure of',
        params: byId,
        body: settlement,
        response: { 200: broadcast },
      },
    },
    async ({ principal: { accountId }, params: { id }, body }) => {
      await message(accountId, id);
      if (!(await settleBroadcast(database, clock, accountId, id, body.decision))) {
        throw new HttpProblem('too_late', /*i18n*/ 'Nothing of it can be settled so (any more).');
      }
      return message(accountId, id);
    },
  );

  async function message(accountId: string, id: string): Promise<Broadcast> {
    const one = await asAccount(database, accountId, (client) =>
      readBroadcast(client, accountId, id),
    );
    if (!one) throw new HttpProblem('not_found', /*i18n*/ 'There is no such message.');
    return one;
  }

  async function found(accountId: string, id: string): Promise<DeliveryStory> {
    const story = await asAccount(database, accountId, (client) =>
      readStory(client, accountId, id, files.links),
    );
    if (!story) throw new HttpProblem('not_found', /*i18n*/ 'There is no such delivery.');
    return story;
  }
}

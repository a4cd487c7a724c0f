import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import {
  type SandboxDevice,
  sandboxDevice,
  sandboxDevicePage,
  sandboxDeviceQuery,
  sandboxFaultRequest,
  sandboxKeyRequest,
  sandboxReplyRequest,
} from '../../contract/sandbox.ts';
import { readReplies } from '../../inbox/read-replies.ts';
import { receiveReply } from '../../inbox/receive-reply.ts';
import { asAccount, asEngineFor } from '../../platform/database.ts';
import { give } from '../../platform/signals.ts';
import {
  listDevices,
  type ReceivingDevice,
  senderTo,
  setFault,
} from '../../providers/sandbox/devices.ts';
import { pressKey } from '../../providers/sandbox/press-key.ts';
import { readHtml } from '../../providers/sandbox/read-html.ts';
import { recordKey } from '../../status/record-key.ts';
import { addressOrRefuse } from '../address-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';
import { sendMailPage } from '../send-mail-page.ts';

type Client = Parameters<typeof listDevices>[0];

/** The pretend phones and mailboxes, which receive and answer. */
export function sandboxRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/sandbox/devices',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Pretend phones and mailboxes with what they received, newest first',
        querystring: sandboxDeviceQuery,
        response: { 200: sandboxDevicePage },
      },
    },
    ({ principal: { accountId }, query }) =>
      asEngineFor(database, accountId, async (client) => {
        const { items, next } = await listDevices(client, accountId, query);
        return { items: await withReplies(client, accountId, items), next };
      }),
  );

  server.get(
    '/sandbox/messages/:id/html',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'An email in a pretend mailbox as a mail reader shows it',
        description: 'A page of its own that may do nothing: no scripts, forms or remote pictures.',
        params: z.object({ id: z.uuid() }),
        produces: ['text/html'],
        response: { 200: z.any().meta({ description: 'Its HTML part', type: 'string' }) },
      },
      serializerCompiler: () => (data) => String(data),
    },
    async ({ principal: { accountId }, params: { id } }, reply) => {
      const html = await asAccount(database, accountId, (client) =>
        readHtml(client, accountId, id),
      );
      if (html === null) throw new HttpProblem('not_found', /*i18n*/ 'There is no such email.');
      return sendMailPage(reply, html);
    },
  );

  server.put(
    '/sandbox/faults',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Choose what goes wrong at a pretend phone or mailbox',
        body: sandboxFaultRequest,
        response: { 200: sandboxDevice },
      },
    },
    ({ principal: { accountId }, body }) =>
      asEngineFor(database, accountId, async (client) => {
        await setFault(client, accountId, body);
        return readDevice(client, accountId, body);
      }),
  );

  server.post(
    '/sandbox/replies',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Answer as somebody with a pretend phone or mailbox',
        description: 'STOP, START, HELP and their like are obeyed as from a real one.',
        body: sandboxReplyRequest,
        response: { 200: sandboxDevice },
      },
    },
    async ({ principal: { accountId }, body }) => {
      const { channel, text, id = randomUUID() } = body;
      const account = await readAccount(database.engine, accountId);
      const address = addressOrRefuse(channel, body.address, account);
      const from = { channel, address };
      const place = await asEngineFor(database, accountId, (client) =>
        senderTo(client, accountId, from),
      );
      if (!place) {
        throw new HttpProblem(
          'not_found',
          /*i18n*/ 'A real carrier has this channel: there are no pretend devices to answer from.',
        );
      }
      const { providerId, sender: sentTo } = place;
      const reply = { ...from, providerId, providerRef: id, sentTo, text };
      await receiveReply(database, clock, account, reply);
      const kind = channel === 'email' ? 'mailbox' : 'phone';
      return asEngineFor(database, accountId, (client) =>
        readDevice(client, accountId, { kind, address }),
      );
    },
  );

  server.post(
    '/sandbox/keys',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Press a key on a pretend phone while a call is played',
        body: sandboxKeyRequest,
        response: { 204: z.null() },
      },
    },
    async ({ principal: { accountId }, body }, reply) => {
      const broadcastId = await asEngineFor(database, accountId, async (client) => {
        const pressed = await pressKey(client, accountId, body);
        return pressed && recordKey(client, clock, { accountId, key: body.key, ...pressed });
      });
      if (!broadcastId)
        throw new HttpProblem('not_found', /*i18n*/ 'This key means nothing in that call.');
      await give(database.engine, { topic: 'broadcast', accountId, id: broadcastId });
      return reply.status(204).send(null);
    },
  );
}

/** One device; it is there for whoever asks, though nothing came to it yet. */
async function readDevice(
  client: Client,
  accountId: string,
  { kind, address }: Pick<SandboxDevice, 'kind' | 'address'>,
): Promise<SandboxDevice> {
  const page = await listDevices(client, accountId, { kind, text: address, limit: 100 });
  const known = page.items.find((device) => device.address === address);
  const blank = { kind, address, name: '', fault: 'none', received: 0, messages: [] } as const;
  const [device] = await withReplies(client, accountId, [known ?? { ...blank, messages: [] }]);
  if (!device) throw new Error('a device has as many entries as there are');
  return device;
}

async function withReplies(
  client: Client,
  accountId: string,
  devices: readonly ReceivingDevice[],
): Promise<SandboxDevice[]> {
  const addresses = devices.map(({ address }) => address);
  const replies = await readReplies(client, accountId, addresses);
  return devices.map((device) => ({
    ...device,
    replies: replies
      .filter(({ address }) => address === device.address)
      .map(({ address: _, deliveryId: __, ...reply }) => reply),
  }));
}

import {
  sandboxDevice,
  sandboxDevicePage,
  sandboxDeviceQuery,
  sandboxFaultRequest,
} from '../../contract/sandbox.ts';
import { asEngineFor } from '../../platform/database.ts';
import { listDevices, setFault } from '../../providers/sandbox/devices.ts';
import type { HttpContext, Server } from '../context.ts';

/** The pretend phones and mailboxes. */
export function sandboxRoutes(server: Server, { database }: HttpContext): void {
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
      asEngineFor(database, accountId, (client) => listDevices(client, accountId, query)),
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
        const page = await listDevices(client, accountId, {
          kind: body.kind,
          text: body.address,
          limit: 100,
        });
        const known = page.items.find((device) => device.address === body.address);
        return known ?? { ...body, name: '', received: 0, messages: [] };
      }),
  );
}

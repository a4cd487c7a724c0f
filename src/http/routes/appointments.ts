import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { readAgenda } from '../../calendars/agenda.ts';
import { agendaPage, agendaQuery } from '../../contract/appointment.ts';
import { communications } from '../../contract/delivery.ts';
import { asAccount } from '../../platform/database.ts';
import { countMessages } from '../../status/message-counts.ts';
import { readCommunications } from '../../status/read-story.ts';
import type { HttpContext, Server } from '../context.ts';

/** The agenda, and what went to the people on it. */
export function appointmentRoutes(server: Server, { database, files }: HttpContext): void {
  server.get(
    '/appointments',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The agenda, in order of time, with the Messages column',
        querystring: agendaQuery,
        response: { 200: agendaPage },
      },
    },
    async ({ principal, query }) => {
      const account = await readAccount(database.engine, principal.accountId);
      return asAccount(database, account.id, async (client) => {
        const page = await readAgenda(client, account, query);
        const ids = page.items.map((appointment) => appointment.id);
        const column = await countMessages(client, account.id, ids);
        return {
          ...page,
          items: page.items.map((appointment) => ({
            ...appointment,
            messages: column.ofAppointment(appointment.id),
            participants: appointment.participants.map((participant) => ({
              ...participant,
              messages: column.ofParticipant(participant.id),
            })),
          })),
        };
      });
    },
  );

  server.get(
    '/participants/:id/communications',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Everything that went, or will go, to a participant',
        params: z.object({ id: z.uuid() }),
        response: { 200: communications },
      },
    },
    ({ principal: { accountId }, params }) =>
      asAccount(database, accountId, (client) =>
        readCommunications(client, accountId, params.id, files.links),
      ),
  );
}

import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { readAgenda } from '../../calendars/agenda.ts';
import { countAppointments } from '../../calendars/count-appointments.ts';
import { countDays } from '../../calendars/days.ts';
import { readNearbyDays } from '../../calendars/nearby-days.ts';
import {
  type AgendaFilterQuery,
  agendaFilterQuery,
  agendaPage,
  agendaQuery,
  appointment,
  appointmentCount,
  nearbyDays,
} from '../../contract/appointment.ts';
import { appointmentDays, appointmentDaysQuery } from '../../contract/appointment-days.ts';
import { communications } from '../../contract/delivery.ts';
import { waitingMessages } from '../../contract/typed-appointment.ts';
import { repliesOfParticipant } from '../../inbox/read-replies.ts';
import { asAccount, asEngineFor } from '../../platform/database.ts';
import { readCommunications } from '../../status/read-story.ts';
import { readWaitingMessages } from '../../status/waiting-messages.ts';
import { appointmentOrRefuse, withMessages } from '../appointment-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';

/** The agenda, and what went to the people on it. */
export function appointmentRoutes(server: Server, { database, files, clock }: HttpContext): void {
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
        const page = await readAgenda(client, account, filterOf(query), clock.now());
        return { ...page, items: await withMessages(client, account.id, page.items) };
      });
    },
  );

  server.get(
    '/appointments/count',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'How many appointments match, on all pages',
        querystring: agendaFilterQuery,
        response: { 200: appointmentCount },
      },
    },
    async ({ principal, query }) => {
      const account = await readAccount(database.engine, principal.accountId);
      return asAccount(database, account.id, async (client) => ({
        matching: await countAppointments(client, account, filterOf(query)),
      }));
    },
  );

  server.get(
    '/appointments/nearby-days',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The next day after `to`, and the last before `from`, that have appointments',
        querystring: agendaFilterQuery,
        response: { 200: nearbyDays },
      },
    },
    async ({ principal, query }) => {
      const account = await readAccount(database.engine, principal.accountId);
      return asAccount(database, account.id, (client) =>
        readNearbyDays(client, account, filterOf(query)),
      );
    },
  );

  server.get(
    '/appointments/days',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'How many appointments each day has',
        description: 'Under the filters of the agenda, for at most 100 days.',
        querystring: appointmentDaysQuery,
        response: { 200: appointmentDays },
      },
    },
    async ({ principal, query }) => {
      const account = await readAccount(database.engine, principal.accountId);
      return asAccount(database, account.id, async (client) => ({
        items: await countDays(client, account, filterOf(query)),
      }));
    },
  );

  server.get(
    '/appointments/:id',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'One appointment',
        params: z.object({ id: z.uuid() }),
        response: { 200: appointment },
      },
    },
    async ({ principal, params }) => {
      const account = await readAccount(database.engine, principal.accountId);
      return asAccount(database, account.id, (client) =>
        appointmentOrRefuse(client, account, params.id, clock.now()),
      );
    },
  );

  server.get(
    '/appointments/:id/waiting-messages',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What is still to go out about an appointment',
        params: z.object({ id: z.uuid() }),
        response: { 200: waitingMessages },
      },
    },
    async ({ principal: { accountId }, params }) => ({
      items: await asAccount(database, accountId, (client) =>
        readWaitingMessages(client, accountId, params.id),
      ),
    }),
  );

  server.get(
    '/participants/:id/communications',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Everything that went, or will go, to a participant, and what they answered',
        params: z.object({ id: z.uuid() }),
        response: { 200: communications },
      },
    },
    async ({ principal: { accountId }, params }) => {
      const items = await asAccount(database, accountId, (client) =>
        readCommunications(client, accountId, params.id, files.links),
      );
      const answers = await asEngineFor(database, accountId, (client) =>
        repliesOfParticipant(client, accountId, params.id),
      );
      return { items, answers };
    },
  );
}

/** In a query a calendar may be named once or several times. */
function filterOf<Query extends AgendaFilterQuery>({ calendarIds, ...others }: Query) {
  return { ...others, ...(calendarIds !== undefined && { calendarIds: [calendarIds].flat() }) };
}

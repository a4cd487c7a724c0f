import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { removeTyped, setStatus } from '../../calendars/appointment-status.ts';
import { changeTyped } from '../../calendars/change-typed.ts';
import { createTyped } from '../../calendars/create-typed.ts';
import type { TypedSaved } from '../../calendars/typed-saved.ts';
import { appointment } from '../../contract/appointment.ts';
import {
  appointmentChange,
  appointmentInput,
  appointmentStatus,
} from '../../contract/typed-appointment.ts';
import { asAccount } from '../../platform/database.ts';
import { appointmentOrRefuse } from '../appointment-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';
import { idempotency } from '../idempotency.ts';
import { HttpProblem } from '../problems.ts';

const ofAppointment = z.object({ id: z.uuid() });

/** Appointments that are typed in here, and whether any takes place. */
export function typedAppointmentRoutes(server: Server, { database, clock }: HttpContext): void {
  server.post(
    '/appointments',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Type in an appointment',
        description:
          'Answers 201, and 200 where the key made it before. A wall clock that does not exist, or exists twice, is refused with a code that says so. Numbers may be written as they are dialled in the account’s country.',
        headers: idempotency,
        body: appointmentInput,
        response: { 200: appointment, 201: appointment },
      },
    },
    async ({ principal, headers, body }, reply) => {
      const account = await readAccount(database.engine, principal.accountId);
      const made = { key: headers['idempotency-key'], by: principal.user.name };
      const { saved, shown } = await asAccount(database, account.id, async (client) => {
        const typed = savedOrRefuse(await createTyped(client, account, body, made));
        return {
          saved: typed,
          shown: await appointmentOrRefuse(client, account, typed.id, clock.now()),
        };
      });
      return reply.status(saved.isNew ? 201 : 200).send(shown);
    },
  );

  server.patch(
    '/appointments/:id',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Change an appointment that was typed in',
        description:
          'What is not given stays. What is scheduled about it tells what holds when it goes out, at the numbers and addresses it was scheduled for. One that comes from a calendar is changed there (not_typed_in).',
        params: ofAppointment,
        body: appointmentChange,
        response: { 200: appointment },
      },
    },
    async ({ principal: { accountId }, params, body }) => {
      const account = await readAccount(database.engine, accountId);
      return asAccount(database, accountId, async (client) => {
        const { id } = savedOrRefuse(await changeTyped(client, account, params.id, body));
        return appointmentOrRefuse(client, account, id, clock.now());
      });
    },
  );

  server.put(
    '/appointments/:id/status',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Say whether an appointment takes place: confirm, cancel or bring it back',
        description:
          'Nobody on a cancelled appointment gets a message that speaks for it alone. Of one that comes from a calendar it holds until that calendar says something else of it.',
        params: ofAppointment,
        body: appointmentStatus,
        response: { 200: appointment },
      },
    },
    async ({ principal: { accountId }, params, body }) => {
      const account = await readAccount(database.engine, accountId);
      return asAccount(database, accountId, async (client) => {
        await setStatus(client, accountId, params.id, body.status);
        return appointmentOrRefuse(client, account, params.id, clock.now());
      });
    },
  );

  server.delete(
    '/appointments/:id',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Remove an appointment that was typed in by mistake',
        description:
          'Only one that was typed in, and about which nothing was sent nor is scheduled; cancel any other.',
        params: ofAppointment,
      },
    },
    async ({ principal: { accountId }, params }, reply) => {
      const outcome = await asAccount(database, accountId, (client) =>
        removeTyped(client, accountId, params.id),
      );
      if (outcome === 'missing') throw new HttpProblem('not_found');
      if (outcome !== 'removed') throw new HttpProblem(outcome);
      return reply.status(204).send();
    },
  );
}

function savedOrRefuse(saved: TypedSaved): { id: string; isNew: boolean } {
  if ('id' in saved) return saved;
  if ('problems' in saved) {
    throw new HttpProblem(saved.code ?? 'invalid_input', undefined, saved.problems);
  }
  if ('awaited' in saved) throw awaited(saved.awaited);
  throw new HttpProblem(saved.refused === 'missing' ? 'not_found' : saved.refused);
}

function awaited(names: readonly string[]): HttpProblem {
  const shown = names.slice(0, 5).join(', ');
  const more = names.length - 5;
  const message =
    more > 0
      ? {
          text: /*i18n*/ 'A message about this appointment is still to go out to {names} and {more} more. Take it back first, or cancel the appointment.',
          values: { names: shown, more },
        }
      : {
          text: /*i18n*/ 'A message about this appointment is still to go out to {names}. Take it back first, or cancel the appointment.',
          values: { names: shown },
        };
  return new HttpProblem('message_waiting', undefined, [{ path: 'people', message }]);
}

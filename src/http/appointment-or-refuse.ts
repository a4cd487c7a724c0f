import type { Account } from '../account/account.ts';
import { type AgendaItem, readAppointment } from '../calendars/agenda.ts';
import type { Appointment } from '../contract/appointment.ts';
import { lastRepliesAbout } from '../inbox/last-replies.ts';
import type { Queryable } from '../platform/database.ts';
import { countMessages } from '../status/message-counts.ts';
import { HttpProblem } from './problems.ts';

/** One appointment with its Messages column; throws `not_found` where there is none. */
export async function appointmentOrRefuse(
  client: Queryable,
  account: Account,
  id: string,
  now: Date,
): Promise<Appointment> {
  const found = await readAppointment(client, account, id, now);
  const [appointment] = await withMessages(client, account.id, found ? [found] : []);
  if (!appointment) throw new HttpProblem('not_found');
  return appointment;
}

/** Appointments with how many messages stand for them and for each of their people, and what those answered last. */
export async function withMessages(
  client: Queryable,
  accountId: string,
  items: readonly AgendaItem[],
): Promise<Appointment[]> {
  const ids = items.map(({ id }) => id);
  const column = await countMessages(client, accountId, ids);
  const replies = await lastRepliesAbout(client, accountId, ids);
  return items.map((appointment) => ({
    ...appointment,
    messages: column.ofAppointment(appointment.id),
    participants: appointment.participants.map((participant) => ({
      ...participant,
      messages: column.ofParticipant(participant.id),
      reply: replies.get(participant.id) ?? null,
    })),
  }));
}

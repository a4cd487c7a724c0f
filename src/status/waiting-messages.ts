import type { WaitingMessage } from '../contract/typed-appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const WAITING = sqlFile(import.meta.url, './sql/waiting-messages.sql');

/** What is still to go out about an appointment. */
export async function readWaitingMessages(
  client: Queryable,
  accountId: string,
  appointmentId: string,
): Promise<WaitingMessage[]> {
  const { rows } = await client.query<WaitingMessage>(WAITING, [accountId, appointmentId]);
  return rows;
}

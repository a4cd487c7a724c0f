import type { Calendar } from '../contract/calendar.ts';
import type { Queryable } from '../platform/database.ts';

/** The account's calendars by name, inside its transaction (asAccount), with their appointments counted. */
export async function listCalendars(client: Queryable): Promise<Calendar[]> {
  const { rows } = await client.query<Calendar>(
    `select c.id, c.name, c.is_own as "isOwn", e.calendar_id is not null as "isExample",
            (select count(*) from appointment a
              where a.account_id = c.account_id and a.calendar_id = c.id) as appointments
       from calendar c
       left join example_clinic e on e.account_id = c.account_id and e.calendar_id = c.id
      order by lower(c.name), c.id`,
  );
  return rows;
}

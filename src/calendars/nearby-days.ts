import { Temporal } from 'temporal-polyfill';
import type { AppointmentFilter, NearbyDays } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { appointmentCondition } from './appointment-filter.ts';
import { countAppointments } from './count-appointments.ts';

/** Of what a filter may name: there is nothing beyond. */
const [FIRST, LAST] = ['0001-01-01', '9999-12-31'];
const NEARBY_DAY = sqlFile(import.meta.url, './sql/nearby-day.sql');

/**
 * Where appointments that match are to be found, if not on the days of the filter: the next day after
 * them, and the last one before. There is none that way where the days have no end. Runs inside a
 * transaction of the account (asAccount); days are days of its zone.
 */
export async function readNearbyDays(
  client: Queryable,
  account: { id: string; timeZone: string },
  { from, to, ...others }: AppointmentFilter,
): Promise<NearbyDays> {
  const day = async (days: { from: string } | { to: string }, order: 'asc' | 'desc') => {
    const { sql, values } = appointmentCondition({ ...others, ...days }, account, 3);
    const statement = fillSql(NEARBY_DAY, { condition: sql, order });
    const { rows } = await client.query<{ day: string }>(statement, [
      account.id,
      account.timeZone,
      ...values,
    ]);
    return rows[0]?.day;
  };
  const counted = async (found: string | undefined) => {
    if (found === undefined) return null;
    const filter = { ...others, from: found, to: found };
    return { day: found, matching: await countAppointments(client, account, filter) };
  };
  return {
    next: await counted(to && to < LAST ? await day({ from: shifted(to, 1) }, 'asc') : undefined),
    previous: await counted(
      from && from > FIRST ? await day({ to: shifted(from, -1) }, 'desc') : undefined,
    ),
  };
}

function shifted(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

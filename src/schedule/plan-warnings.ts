import { candidates } from '../audience/candidates.ts';
import type { Plan } from '../contract/plan.ts';
import { type NamedDay, namedDays } from '../message/named-days.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { isDayMeant, oddHour } from './odd-times.ts';
import { departures, type PlannedGroup, type PlannedTiming } from './plan-quiet.ts';
import type { Composed } from './selection.ts';

const SAID_DAYS = sqlFile(import.meta.url, './sql/said-days.sql');
const FIRST_TO_MANY = sqlFile(import.meta.url, './sql/first-to-many.sql');
/** The first message to more people than these is worth a word. */
const MANY = 25;
const LOOKED_AT = 1_000;

/** People who may be in these zones and have appointments on these days, as in 2026-03-08. */
type SaidTo = { zones: string[]; days: string[]; people: number };

/** What is unusual about a message; it warns of these and forbids nothing. */
export async function planWarnings(
  client: Queryable,
  composed: Composed,
  groups: readonly PlannedGroup[],
  reached: number,
  planned: PlannedTiming,
): Promise<Plan['warnings']> {
  return {
    wrongDay: await wrongDay(client, composed, planned),
    oddHour: oddHour(groups, planned),
    firstToMany: reached > MANY && (await isFirstToMany(client, composed)),
  };
}

/** Who is told of a day that is not the one of their appointment; where no text names a day nothing is asked. */
async function wrongDay(
  client: Queryable,
  { compiled, selection }: Composed,
  planned: PlannedTiming,
): Promise<Plan['warnings']['wrongDay']> {
  const named = namedDays(compiled);
  const first = selection.channels.map(({ channel }) => channel);
  const saying = named.channels.filter((channel) => first.includes(channel));
  const hasAppointments = selection.appointments !== null || selection.recipients !== null;
  if (saying.length === 0 || !hasAppointments) return null;
  const statement = new Statement();
  const expressions = candidates(statement, selection);
  const sql = fillSql(SAID_DAYS, { saying: statement.add(saying, 'channel[]') });
  const { rows } = await client.query<SaidTo>(`with ${expressions} ${sql}`, statement.values);
  const goesOut = departures(planned);
  const isRight = ({ zones, days }: SaidTo) => {
    // Each appointment has a message of its own, or one stands for all of a person.
    const how = selection.copyMode === 'appointment' ? 'every' : 'some';
    return saying.every((channel) => {
      const at = goesOut(channel, zones);
      return days[how]((day) => isMeant(named.days, day, zones, at, planned.home));
    });
  };
  const people = sum(rows.filter((row) => !isRight(row)));
  if (people === 0) return null;
  return { words: named.days.map(({ word }) => word), people, of: sum(rows) };
}

function isMeant(
  named: readonly NamedDay[],
  day: string,
  zones: readonly string[],
  at: Date,
  home: string,
): boolean {
  return named.some((one) => isDayMeant(one, day, zones[0] ?? home, at));
}

async function isFirstToMany(client: Queryable, { selection }: Composed): Promise<boolean> {
  const statement = new Statement();
  const sql = fillSql(FIRST_TO_MANY, {
    account: statement.add(selection.account.id, 'uuid'),
    many: statement.add(MANY, 'bigint'),
    looked_at: statement.add(LOOKED_AT, 'bigint'),
  });
  const { rows } = await client.query<{ isFirst: boolean }>(sql, statement.values);
  return rows[0]?.isFirst ?? false;
}

function sum(groups: readonly { people: number }[]): number {
  return groups.reduce((total, { people }) => total + people, 0);
}

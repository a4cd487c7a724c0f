import type { Appointment, AppointmentFilter, Participant } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { type AgendaPlace, readAgendaCursor, writeAgendaCursor } from './agenda-cursor.ts';
import { appointmentCondition } from './appointment-filter.ts';
import { searchPatterns } from './search-text.ts';

const AGENDA = sqlFile(import.meta.url, './sql/agenda.sql');
/** So many matches that a page of them is found in no time by walking on. */
const PLENTY = 5_000;
const COUNT = '(select count(*) from matching)';

/** An appointment of the agenda; what was sent for it is counted elsewhere. */
export type AgendaItem = Omit<Appointment, 'messages' | 'participants'> & {
  participants: Omit<Participant, 'messages'>[];
};

/**
 * A page of the agenda: `next` is the cursor of the page after it, `matching` counts all pages, as they
 * were when the first one was read.
 */
export type Agenda = { items: AgendaItem[]; next: string | null; matching: number };

/**
 * Reads a page of the agenda, in order of time, inside a transaction of the account (asAccount).
 * Days are days of the account's zone. A cursor that is none of ours begins at the start.
 */
export async function readAgenda(
  client: Queryable,
  account: { id: string; timeZone: string },
  query: AppointmentFilter & { cursor?: string | undefined; limit: number },
): Promise<Agenda> {
  const { rows } = await client.query<Row | CountAlone>(...pageOf(account, query));
  const found = rows.filter(isAppointment);
  const shown = found.slice(0, query.limit);
  const last = found.length > query.limit ? shown.at(-1) : undefined;
  const matching = rows[0]?.matching ?? 0;
  return {
    items: shown.map(itemOf),
    next: last
      ? writeAgendaCursor({ startsAt: last.startsAtExactly, id: last.id, matching })
      : null,
    matching,
  };
}

/** One appointment as the agenda has it, inside a transaction of the account; null where there is none. */
export async function readAppointment(
  client: Queryable,
  account: { id: string; timeZone: string },
  id: string,
): Promise<AgendaItem | null> {
  const statement = new Statement();
  const own = statement.add(account.id, 'uuid');
  const condition = `a.account_id = ${own} and a.id = ${statement.add(id, 'uuid')}`;
  const sql = agendaSql(statement, account.timeZone, { condition, once: 'not materialized' });
  const { rows } = await client.query<Row | CountAlone>(sql, statement.values);
  const [found] = rows.filter(isAppointment);
  return found ? itemOf(found) : null;
}

type Row = Omit<AgendaItem, 'startsAt' | 'endsAt' | 'participants'> & {
  matching: number;
  startsAt: Date;
  startsAtExactly: string;
  endsAt: Date;
  people: AgendaItem['participants'];
};

/** The row of an empty page. */
type CountAlone = { matching: number; id: null };

function isAppointment(row: Row | CountAlone): row is Row {
  return row.id !== null;
}

function pageOf(
  account: { id: string; timeZone: string },
  {
    cursor,
    limit,
    text = '',
    ...filter
  }: AppointmentFilter & { cursor?: string | undefined; limit: number },
): [sql: string, values: unknown[]] {
  const condition = appointmentCondition(filter, account, 1);
  const statement = new Statement();
  statement.values.push(...condition.values);
  const patterns = searchPatterns(text);
  const isSearch = patterns.length > 0;
  const place = readAgendaCursor(cursor);
  // With a limit in sight the planner looks at the people of each appointment in turn: on a further page, where
  // many match, that finds the next ones soon; else all of them would be walked through.
  const isLookedUp = filter.answer !== undefined || filter.messaged !== undefined;
  const isPlenty = place !== null && place.matching > PLENTY;
  const sql = agendaSql(statement, account.timeZone, {
    once: isSearch || (isLookedUp && !isPlenty) ? 'materialized' : 'not materialized',
    source: isSearch ? `appointments_like(${statement.add(patterns, 'text[]')})` : 'appointment',
    condition: condition.sql,
    after: place ? beyond(statement, place) : 'true',
    count: place ? statement.add(place.matching, 'int') : COUNT,
    // One more than is shown tells whether there is a next page.
    limit: statement.add(limit + 1, 'int'),
  });
  return [sql, statement.values];
}

function agendaSql(
  statement: Statement,
  zone: string,
  parts: {
    once: string;
    source?: string;
    condition: string;
    after?: string;
    limit?: string;
    count?: string;
  },
): string {
  const all: Record<string, string> = {
    source: 'appointment',
    after: 'true',
    limit: '1',
    count: COUNT,
    ...parts,
    zone: statement.add(zone, 'text'),
  };
  return AGENDA.replace(/:\{(\w+)\}/g, (_, name: string) => all[name] ?? '');
}

function beyond(statement: Statement, { startsAt, id }: AgendaPlace): string {
  return `(a.starts_at, a.id) > (${statement.add(startsAt, 'timestamptz')}, ${statement.add(id, 'uuid')})`;
}

function itemOf({
  startsAtExactly: _,
  matching: __,
  people,
  startsAt,
  endsAt,
  ...item
}: Row): AgendaItem {
  return {
    ...item,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    participants: people,
  };
}

import type { Appointment, AppointmentFilter, Participant } from '../contract/appointment.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { type AgendaPlace, readAgendaCursor, writeAgendaCursor } from './agenda-cursor.ts';
import { appointmentCondition } from './appointment-filter.ts';
import { areMany } from './are-many.ts';
import { searchPatterns } from './search-text.ts';
import { searched } from './searched-appointments.ts';

const AGENDA = sqlFile(import.meta.url, './sql/agenda.sql');

/** An appointment of the agenda; what was sent for it is counted elsewhere. */
export type AgendaItem = Omit<Appointment, 'messages' | 'participants'> & {
  participants: Omit<Participant, 'messages' | 'reply'>[];
};

/** A page of the agenda: `next` is the cursor of the page after it. */
export type Agenda = { items: AgendaItem[]; next: string | null };

/**
 * Reads a page of the agenda, in order of time, inside a transaction of the account (asAccount).
 * Days are days of the account's zone. A cursor that is none of ours begins at the start.
 */
export async function readAgenda(
  client: Queryable,
  account: { id: string; timeZone: string },
  query: AppointmentFilter & { cursor?: string | undefined; limit: number },
  now: Date,
): Promise<Agenda> {
  const isWalked = await areMany(client, account.id, query);
  const { rows } = await client.query<Row>(...pageOf(account, query, isWalked, now));
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(itemOf),
    next: last ? writeAgendaCursor({ startsAt: last.startsAtExactly, id: last.id }) : null,
  };
}

/** One appointment as the agenda has it, inside a transaction of the account; null where there is none. */
export async function readAppointment(
  client: Queryable,
  account: { id: string; timeZone: string },
  id: string,
  now: Date,
): Promise<AgendaItem | null> {
  const statement = new Statement();
  const condition = `a.id = ${statement.add(id, 'uuid')}`;
  const sql = agendaSql(statement, account, now, { condition, once: 'not materialized' });
  const { rows } = await client.query<Row>(sql, statement.values);
  return rows[0] ? itemOf(rows[0]) : null;
}

type Row = Omit<AgendaItem, 'startsAt' | 'endsAt' | 'participants'> & {
  startsAt: Date;
  startsAtExactly: string;
  endsAt: Date;
  people: AgendaItem['participants'];
};

function pageOf(
  account: { id: string; timeZone: string },
  {
    cursor,
    limit,
    text = '',
    ...filter
  }: AppointmentFilter & { cursor?: string | undefined; limit: number },
  isWalked: boolean,
  now: Date,
): [sql: string, values: unknown[]] {
  const condition = appointmentCondition(filter, account, 1);
  const statement = new Statement();
  statement.values.push(...condition.values);
  const patterns = searchPatterns(text);
  const isSearch = patterns.length > 0;
  const place = readAgendaCursor(cursor);
  // One more than is shown tells whether there is a next page.
  const most = limit + 1;
  const sql = agendaSql(statement, account, now, {
    once: isSearch || !isWalked ? 'materialized' : 'not materialized',
    source: isSearch
      ? searched(statement, account, { patterns, filter, place, most })
      : 'appointment',
    condition: condition.sql,
    after: place ? beyond(statement, place) : 'true',
    limit: statement.add(most, 'int'),
  });
  return [sql, statement.values];
}

function agendaSql(
  statement: Statement,
  account: { id: string; timeZone: string },
  now: Date,
  parts: {
    once: string;
    source?: string;
    condition: string;
    after?: string;
    limit?: string;
  },
): string {
  return fillSql(AGENDA, {
    source: 'appointment',
    after: 'true',
    limit: '1',
    ...parts,
    account: statement.add(account.id, 'uuid'),
    zone: statement.add(account.timeZone, 'text'),
    now: statement.add(now, 'timestamptz'),
  });
}

function beyond(statement: Statement, { startsAt, id }: AgendaPlace): string {
  return `(a.starts_at, a.id) > (${statement.add(startsAt, 'timestamptz')}, ${statement.add(id, 'uuid')})`;
}

function itemOf({ startsAtExactly: _, people, startsAt, endsAt, ...item }: Row): AgendaItem {
  return {
    ...item,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    participants: people,
  };
}

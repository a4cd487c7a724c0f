import type { NumberRules } from '../account/number-rules.ts';
import { appointmentCondition } from '../calendars/appointment-filter.ts';
import type { TickedAppointments } from '../contract/audience.ts';
import type { Channel } from '../contract/channel.ts';
import type { CopyMode } from '../contract/content.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import type { NamedPerson } from './typed-people.ts';

const CANDIDATES = sqlFile(import.meta.url, './sql/candidates.sql');

/** What decides who gets what, apart from the audience itself. */
export type Selection = {
  account: { id: string; timeZone: string };
  appointments: TickedAppointments | null;
  people: readonly NamedPerson[];
  copyMode: CopyMode;
  /** Which numbers may be texted and called. */
  numbers: NumberRules;
  /** Each channel that is written, with the paths in a recipient's fields that must not be empty. */
  channels: readonly { channel: Channel; requiredPaths: readonly string[] }[];
};

/** A place in the order of appointments. */
export type Place = { startsAt: string; id: string };

/** A part of the appointments in order of time: from after `after` up to and with `upTo`; null: no bound. */
export type Chunk = { after: Place | null; upTo: Place | null };

/**
 * The common table expressions that end in `candidate`: one row for each person, appointment and
 * channel, with the reason why it is left out, or with `rank`, 1 for the one that gets the message
 * of its address and copy. The plan counts these rows and the taking of a broadcast writes them.
 */
export function candidates(
  statement: Statement,
  selection: Selection,
  chunk: Chunk | null,
): string {
  const parts: Record<string, string> = {
    account: statement.add(selection.account.id, 'uuid'),
    people: statement.add(JSON.stringify(selection.people), 'jsonb'),
    countries: statement.add(selection.numbers.countries, 'text[]'),
    premium_allowed: statement.add(selection.numbers.premiumAllowed, 'boolean'),
    per_appointment: statement.add(selection.copyMode === 'appointment', 'boolean'),
    channels: statement.add(
      JSON.stringify(
        selection.channels.map((c) => ({ channel: c.channel, required: c.requiredPaths })),
      ),
      'jsonb',
    ),
  };
  parts.ticked = ticked(statement, selection);
  parts.chunk = chunk ? chunkCondition(statement, chunk) : '';
  return fillSql(CANDIDATES, parts);
}

function ticked(statement: Statement, { appointments, account }: Selection): string {
  if (appointments === null) return 'false';
  if ('includeIds' in appointments) {
    return `a.id = any (${statement.add(appointments.includeIds, 'uuid[]')})`;
  }
  const filter = appointmentCondition(
    appointments.filter,
    account.timeZone,
    statement.values.length + 1,
  );
  statement.values.push(...filter.values);
  if (appointments.excludeIds.length === 0) return filter.sql;
  return `${filter.sql} and a.id <> all (${statement.add(appointments.excludeIds, 'uuid[]')})`;
}

function chunkCondition(statement: Statement, { after, upTo }: Chunk): string {
  const after_ = after ? `and (a.starts_at, a.id) > ${place(statement, after)}` : '';
  const upTo_ = upTo ? `and (a.starts_at, a.id) <= ${place(statement, upTo)}` : '';
  return `${after_} ${upTo_}`;
}

function place(statement: Statement, { startsAt, id }: Place): string {
  return `(${statement.add(startsAt, 'timestamptz')}, ${statement.add(id, 'uuid')})`;
}

/**
 * The place of the last of the next `size` ticked appointments after `after`; null where fewer are
 * left. Served by appointment_agenda.
 */
export async function chunkEnd(
  client: Queryable,
  selection: Selection,
  after: Place | null,
  size: number,
): Promise<Place | null> {
  const statement = new Statement();
  const account = statement.add(selection.account.id, 'uuid');
  const { rows } = await client.query<Place>(
    `select to_jsonb(a.starts_at) #>> '{}' as "startsAt", a.id
       from appointment a
      where a.account_id = ${account} and ${ticked(statement, selection)}
            ${chunkCondition(statement, { after, upTo: null })}
      order by a.starts_at, a.id
     offset ${statement.add(size - 1, 'int')} limit 1`,
    statement.values,
  );
  return rows[0] ?? null;
}

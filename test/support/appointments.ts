import type { Account } from '../../src/account/account.ts';
import { asEngine, type Database } from '../../src/platform/database.ts';
import { numberFacts } from '../../src/platform/number-facts.ts';

/** Somebody to put on an appointment of a test. */
export type TestPerson = { name: string; phone?: string; email?: string };

/**
 * Puts appointments on a calendar of the account, an hour apart from 2027-03-08 09:00 New York time
 * on, one for each list of people; returns their ids in order.
 */
export async function addAppointments(
  database: Database,
  account: Account,
  lists: readonly (readonly TestPerson[])[],
): Promise<string[]> {
  const people = lists.flatMap((list, index) =>
    list.map((person, position) => {
      const facts = person.phone === undefined ? null : numberFacts(person.phone);
      return {
        index,
        position,
        ...person,
        country: facts?.country,
        premium: facts?.isPremium,
        line: facts?.line,
      };
    }),
  );
  return asEngine(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `with c as (
         insert into calendar (account_id, name) values ($1, 'Test') on conflict (account_id, name)
           do update set name = excluded.name returning id)
       insert into appointment (account_id, calendar_id, uid, title, starts_at, ends_at, time_zone, content_hash)
       select $1, c.id, gen_random_uuid()::text, 'Check-up', '2027-03-08T14:00Z'::timestamptz + n * interval '1 hour',
              '2027-03-08T15:00Z'::timestamptz + n * interval '1 hour', 'America/New_York', ''
         from c, generate_series(0, $2 - 1) n order by n
       returning id`,
      [account.id, lists.length],
    );
    await client.query(
      `insert into participant (account_id, appointment_id, position, name, first_name, last_name, phone, email, person_key,
                                phone_country, phone_is_premium, phone_line)
       select $1, ($2::uuid[])[p.index + 1], p.position, p.name, split_part(p.name, ' ', 1), split_part(p.name, ' ', 2),
              p.phone, p.email, lower(p.name) || '|' || coalesce(p.phone, p.email, ''),
              p.country, coalesce(p.premium, false), p.line
         from jsonb_to_recordset($3) as p (index int, position int, name text, phone text, email text, country text, premium boolean, line line_type)`,
      [account.id, rows.map((row) => row.id), JSON.stringify(people)],
    );
    return rows.map((row) => row.id);
  });
}

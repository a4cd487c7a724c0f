import type { BenchmarkSetting } from './benchmark.ts';

/** Puts `count` appointments with one person each on a calendar, each with a number of their own. */
export async function addPeople(
  { database, account }: BenchmarkSetting,
  count: number,
): Promise<void> {
  await database.engine.query(
    `with c as (insert into calendar (account_id, name) values ($1, 'Bench') returning id)
     insert into appointment (account_id, calendar_id, uid, title, starts_at, ends_at, time_zone, content_hash)
     select $1, c.id, n::text, 'Check-up', '2027-01-01Z'::timestamptz + n * interval '1 minute',
            '2027-01-01Z'::timestamptz + n * interval '1 minute', 'America/New_York', ''
       from c, generate_series(1, $2::int) n`,
    [account.id, count],
  );
  await database.engine.query(
    `insert into participant (account_id, appointment_id, position, name, first_name, last_name, phone, email, person_key)
     select account_id, id, 0, 'Person ' || uid, 'Person', uid, '+1212' || (5000000 + uid::int),
            'person' || uid || '@example.com', 'person ' || uid
       from appointment where account_id = $1`,
    [account.id],
  );
  await database.engine.query('vacuum analyze').catch(() => undefined);
}

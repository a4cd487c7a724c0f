import type { BenchmarkSetting } from './setting.ts';

/**
 * Puts `count` appointments with one person each on a calendar of their own, each with a number of
 * their own; returns the calendar's id.
 */
export async function addPeople(
  { database, account }: Pick<BenchmarkSetting, 'database' | 'account'>,
  count: number,
): Promise<string> {
  const { rows } = await database.engine.query<{ id: string }>(
    `insert into calendar (account_id, name) values ($1, 'Bench ' || uuidv7()) returning id`,
    [account.id],
  );
  const id = rows[0]?.id ?? '';
  await database.engine.query(
    `insert into appointment (account_id, calendar_id, uid, title, starts_at, ends_at, time_zone, content_hash)
     select $1, $2, n::text, 'Check-up', '2027-01-01Z'::timestamptz + n * interval '1 minute',
            '2027-01-01Z'::timestamptz + n * interval '1 minute', 'America/New_York', ''
       from generate_series(1, $3::int) n`,
    [account.id, id, count],
  );
  await database.engine.query(
    `insert into participant (account_id, appointment_id, position, name, first_name, last_name, phone, email,
                              person_key, phone_country, phone_line)
     select account_id, id, 0, 'Person ' || uid, 'Person', uid, '+1212' || (5000000 + uid::int),
            'person' || uid || '@example.com', 'person ' || uid, 'US', 'unknown'
       from appointment where account_id = $1 and calendar_id = $2`,
    [account.id, id],
  );
  return id;
}

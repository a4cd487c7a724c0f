-- Appointments over half a year from today on, in five calendars, with nobody, one, some or a whole class of
-- people on each; 40,000 people come again and again. $1 account, $2 zone, $3 how many.
with calendars as (
  insert into calendar (account_id, name)
  select $1, name from unnest(array['Dr. Keller', 'Dr. Okonkwo', 'Hygienists', 'Physiotherapy', 'Courses']) name
  returning id, name
),
numbered as (
  select id, row_number() over (order by name) - 1 as n from calendars
),
visit as materialized (
  select n, uuidv7() as id,
         ((current_timestamp at time zone $2)::date + (n / ($3::int / 180 + 1)) + time '07:00'
           + (n % ($3::int / 180 + 1)) % 130 * interval '5 minutes') at time zone $2 as starts_at,
         (array['Check-up', 'Cleaning', 'First visit', 'Follow-up', 'Root canal, second part', 'Physiotherapy', 'X-ray',
                'Consultation about the results of the examination of last month'])[1 + n % 8] as title,
         'Room ' || 1 + n % 9 as location,
         case when n % 1000 = 7 then 12 when n % 20 = 0 then 0 when n % 20 < 14 then 1 when n % 20 < 18 then 2 else 3 end as people
    from generate_series(0, $3::int - 1) n
),
person as materialized (
  select v.id, position, f.name as first_name, l.name as last_name, f.name || ' ' || l.name as name,
         case when who % 11 > 0 then '+1212' || 2000000 + who end as phone,
         case when who % 3 = 0 then lower(l.name) || who || '@example.com' end as email
    from visit v
    cross join lateral generate_series(0, v.people - 1) position
    cross join lateral (select (v.n * 7919 + position * 104729) % 40000 as who) w
    cross join lateral (select (array['Ana', 'Ben', 'Chloe', 'Dmitri', 'Elif', 'Farid', 'Grace', 'Hugo', 'Ines', 'Jonas',
                                      'Keiko', 'Lena', 'Mateo', 'Nadia', 'Omar', 'Priya', 'Quentin', 'Rosa', 'Sam', 'Tove'])[1 + who % 20] as name) f
    cross join lateral (select (array['Ruiz', 'Ferrari', 'Lindqvist', 'Okafor', 'Novak', 'Haddad', 'Nguyen', 'Murphy', 'Silva', 'Weber',
                                      'Tanaka', 'Kowalski', 'Moreau', 'Papadopoulos', 'Rossi', 'Schmidt', 'Fernandez de Cordoba'])[1 + who / 20 % 17] as name) l
),
said as (
  select id, string_agg(concat_ws(' ', name, phone, email), ' ' order by position) as people from person group by id
),
booked as (
  insert into appointment (account_id, id, calendar_id, uid, title, location, starts_at, ends_at, time_zone, status, search_text, content_hash)
  select $1, v.id, c.id, v.n::text, v.title, v.location, v.starts_at, v.starts_at + interval '30 minutes', $2,
         case when v.n % 40 = 3 then 'cancelled'::appointment_status else 'confirmed' end,
         lower(concat_ws(' ', v.title, v.location, s.people)), ''
    from visit v
    join numbered c on c.n = v.n % 5
    left join said s on s.id = v.id
)
insert into participant (account_id, appointment_id, position, name, first_name, last_name, phone, email, person_key, phone_country, phone_line,
                         match_state)
select $1, id, position, name, first_name, last_name, phone, email, lower(name) || '|' || coalesce(phone, email, ''),
       case when phone is not null then 'US' end, case when phone is not null then 'mobile'::line_type end,
       case when row_number() over () % 500 = 0 then 'ambiguous'::match_state else 'none' end
  from person

-- A page of the agenda with the people of each appointment. :{condition} is the filter and :{after}
-- the place where the page before ended. Served by appointment_agenda (or appointment_search) and by
-- participant's unique (account_id, appointment_id, position).
with page as (
  select a.*
    from appointment a
   where :{condition} and :{after}
   order by a.starts_at, a.id
   limit :{limit}
)
select a.id,
       a.calendar_id as "calendarId",
       a.title,
       a.location,
       a.starts_at as "startsAt",
       a.starts_at::text as "startsAtExactly",
       a.ends_at as "endsAt",
       to_char(a.starts_at at time zone :{zone}, 'YYYY-MM-DD') as day,
       a.time_zone as "timeZone",
       a.all_day as "allDay",
       a.status,
       p.people
  from page a
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object(
             'id', p.id, 'name', p.name, 'phone', p.phone, 'email', p.email,
             'invalidAddress', p.invalid_address) order by p.position), '[]') as people
      from participant p
     where p.account_id = a.account_id and p.appointment_id = a.id
  ) p
 order by a.starts_at, a.id

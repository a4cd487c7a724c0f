-- A page of the agenda with the people of each appointment. :{condition} is the filter, :{after} the place
-- where the page before ended. With a text to look for, :{source} is what was found; :{once} has all that
-- match looked up before they are put in order, or walks in order until the page is full.
-- Served by appointment_agenda, appointment_calendar (or appointment_search) and by participant's unique
-- (account_id, appointment_id, position), contact_address's unique (account_id, contact_id, …), and the primary keys
-- of contact, number_line and typed_appointment. :{now} is now: what was learned of a number holds for a time.
with matching as :{once} (
  select a.account_id, a.id, a.starts_at from :{source} a where a.account_id = :{account} and :{condition}
),
page as (
  select * from matching a where :{after} order by a.starts_at, a.id limit :{limit}
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
       exists (select from typed_appointment t
                where t.account_id = a.account_id and t.appointment_id = a.id) as "isTypedIn",
       p.people
  from page
  join appointment a on a.account_id = page.account_id and a.id = page.id
  left join lateral (
    select coalesce(json_agg(json_build_object(
             'id', p.id, 'name', p.name, 'phone', p.phone, 'email', p.email,
             'takesTexts', case when not (own.takes_texts is false and coalesce(other.takes_texts, false)) then own.takes_texts end,
             'invalidAddress', p.invalid_address, 'match', p.match_state,
             'answer', case when p.answer is not null then json_build_object(
               'said', p.answer, 'source', p.answer_source, 'at', iso(p.answered_at), 'by', p.answered_by) end,
             'hasDeclined', p.has_declined,
             'contact', case when c.id is not null then json_build_object('id', c.id, 'name', coalesce(nullif(c.name, ''), nullif(c.company, ''), c.list_name)) end)
             order by p.position), '[]') as people
      from participant p
      left join contact c on c.account_id = p.account_id and c.id = p.contact_id
      left join number_line k on k.account_id = p.account_id and k.number = p.phone and k.expires_at > :{now}
      cross join lateral (select coalesce(k.takes_texts, takes_texts(p.phone_line)) as takes_texts) own
      left join lateral (
        -- As in audience/sql/candidates.sql: where their own number takes no texts, one of their contact's may.
        select bool_or(coalesce(ok.takes_texts, takes_texts(o.phone_line)) is not false) as takes_texts
          from contact_address o
          left join number_line ok on ok.account_id = o.account_id and ok.number = o.address and ok.expires_at > :{now}
         where own.takes_texts is false and o.account_id = p.account_id and o.contact_id = p.contact_id
           and o.kind = 'phone') other on true
     where p.account_id = a.account_id and p.appointment_id = a.id
  ) p on true
 order by page.starts_at, page.id

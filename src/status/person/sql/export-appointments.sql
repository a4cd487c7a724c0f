-- The appointments of participants, as calendars have them. $1 account, $2 participants. Served by the primary keys.
select a.title, a.description, a.location, c.name as calendar, iso(a.starts_at) as "startsAt", iso(a.ends_at) as "endsAt",
       a.time_zone as "timeZone", a.status, p.name, p.phone, p.email, p.match_state as match,
       p.answer, p.answer_source as "answerSource", iso(p.answered_at) as "answeredAt"
  from participant p
  join appointment a on a.account_id = $1 and a.id = p.appointment_id
  join calendar c on c.account_id = $1 and c.id = a.calendar_id
 where p.account_id = $1 and p.id = any ($2::uuid[])
 order by a.starts_at, a.id

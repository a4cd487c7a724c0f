-- The first or (:{order} is desc) the last day that has an appointment that matches :{condition}, by the
-- clock of the account's zone. Served by appointment_agenda, from whose end it reads until one matches.
select to_char(a.starts_at at time zone $2::text, 'YYYY-MM-DD') as day
  from appointment a
 where a.account_id = $1::uuid and :{condition}
 order by a.starts_at :{order}
 limit 1

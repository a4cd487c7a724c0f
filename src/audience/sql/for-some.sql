
  union all
  -- Those of which not everybody is meant, by former_participant; put into candidates.sql.
  select a.id, a.starts_at, a.status, a.title, a.location, a.ends_at, a.all_day, a.time_zone,
         a.fields, c.name, f.participant_ids
    from (select appointment_id, array_agg(id) as participant_ids from former_participant group by 1) f
    join appointment a on a.account_id = :{account} and a.id = f.appointment_id
    join calendar c on c.account_id = :{account} and c.id = a.calendar_id
   where (:{ticked}) is not true

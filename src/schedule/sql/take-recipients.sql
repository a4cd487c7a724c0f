-- The people of this chunk who are not yet in the broadcast; served by recipient's unique
-- (account_id, broadcast_id, person_key, copy).
insert into recipient (account_id, broadcast_id, person_key, copy, name, time_zone, fields)
select distinct on (person_key, copy) $1, $2, person_key, copy, name, time_zone, fields
  from take_candidate
 order by person_key, copy, at, appointment_id, position
on conflict (account_id, broadcast_id, person_key, copy) do nothing

-- The fields of candidates that were picked before, each by the place that it has in :{picked}. Comes after the
-- expressions of audience/sql/candidates.sql, asked for no more appointments and contacts than theirs.
-- Chosen contacts, whose position is their place among all that are chosen, are known by who they are.
select k.place, w.fields
  from jsonb_to_recordset(:{picked}) k (place int, appointment_id uuid, position int, person_key text)
  join written w on w.person_key = k.person_key
                and coalesce(w.appointment_id, '00000000-0000-0000-0000-000000000000')
                  = coalesce(k.appointment_id, '00000000-0000-0000-0000-000000000000')
                and (w.position = k.position
                  or w.appointment_id is null and greatest(w.position, k.position) < 1500000000)

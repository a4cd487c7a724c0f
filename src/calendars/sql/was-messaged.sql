-- A row where something was sent about an appointment, or is still to be: all but what ended before its first attempt.
-- $1 account, $2 appointment. Served by delivery_subject_appointment and the primary key of delivery.
select
  from delivery_subject s
  join delivery d on d.account_id = $1 and d.id = s.delivery_id
 where s.account_id = $1 and s.appointment_id = $2
   and (d.attempts > 0 or outcome_of(d.state) in ('waiting', 'sending', 'not_sure'))
 limit 1

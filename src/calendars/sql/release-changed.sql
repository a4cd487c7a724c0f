-- Messages about appointments that were changed, which a worker has claimed and not opened, are ready again: they
-- are claimed once more, with what the appointment says now. The door of the account is shut.
-- $1 account  $2 appointments. Served by delivery_subject_appointment and the primary key of delivery.
with concerned as materialized (
  select d.id
    from delivery d
   where d.account_id = $1 and d.state = 'claimed'
     and d.id = any (array(select s.delivery_id from delivery_subject s
                            where s.account_id = $1 and s.appointment_id = any ($2::uuid[])))
   order by d.id
     for no key update of d
)
update delivery d
   set state = 'ready', claim_id = null, lease_until = null
  from concerned c
 where d.account_id = $1 and d.id = c.id

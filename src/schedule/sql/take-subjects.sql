-- For whom each delivery stands: every appointment and participant behind its address.
insert into delivery_subject (account_id, delivery_id, appointment_id, participant_id)
select $1, d.id, c.appointment_id, c.participant_id
  from take_candidate c
  join delivery d on d.account_id = $1 and d.broadcast_id = $2 and d.channel = c.channel
                 and d.address = c.address and d.copy = c.copy
 where c.reason is null and c.appointment_id is not null
on conflict do nothing

-- Takes the example clinic away: its calendar with all appointments, the messages that went to its
-- people alone, and what the pretend phones and mailboxes hold of them. A message that went to others
-- too stays. Nothing of it may be open: remove-example.ts sees to that under the shut door.
-- $1 account. Served by delivery_subject_appointment and the primary keys.
with example as (
  select calendar_id from example_clinic where account_id = $1
),
-- A message to others has a recipient none of whose deliveries is for one of the clinic's appointments.
told as (
  select distinct d.broadcast_id as id
    from example e
    join appointment a on a.account_id = $1 and a.calendar_id = e.calendar_id
    join delivery_subject s on s.account_id = $1 and s.appointment_id = a.id
    join delivery d on d.account_id = $1 and d.id = s.delivery_id
),
gone as materialized (
  select t.id from told t
   where not exists (
     select from delivery d
      where d.account_id = $1 and d.broadcast_id = t.id
        and not exists (
          select from delivery_subject s
            join appointment a on a.account_id = $1 and a.id = s.appointment_id
            join example e on e.calendar_id = a.calendar_id
           where s.account_id = $1 and s.delivery_id = d.id))
),
received as (
  delete from sandbox_message m
   using gone g, delivery d, attempt t
   where d.account_id = $1 and d.broadcast_id = g.id
     and t.account_id = $1 and t.delivery_id = d.id
     and m.account_id = $1 and m.reference = t.id
),
broadcasts as (
  delete from broadcast b using gone g where b.account_id = $1 and b.id = g.id
)
delete from calendar c using example e where c.account_id = $1 and c.id = e.calendar_id

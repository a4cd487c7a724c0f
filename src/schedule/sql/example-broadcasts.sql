-- The broadcasts that went to people of the example clinic and to nobody else.
-- $1 account. Served by delivery_subject_appointment and the primary keys.
with example as (
  select a.id
    from example_clinic e
    join appointment a on a.account_id = $1 and a.calendar_id = e.calendar_id
   where e.account_id = $1
),
told as (
  select distinct d.broadcast_id as id
    from example e
    join delivery_subject s on s.account_id = $1 and s.appointment_id = e.id
    join delivery d on d.account_id = $1 and d.id = s.delivery_id
)
select t.id
  from told t
 where not exists (
   select from delivery d
    where d.account_id = $1 and d.broadcast_id = t.id
      and not exists (select from delivery_subject s join example e on e.id = s.appointment_id
                       where s.account_id = $1 and s.delivery_id = d.id))

-- Everybody who is to be in the broadcast is: forget the exclusions of people who got a message after
-- all (another of their appointments gave it), count the rest, and note in which folder it shows. What
-- a cancellation left untaken is forgotten.
with superseded as (
  delete from exclusion e
   using delivery d
   where e.account_id = $1 and e.broadcast_id = $2
     and d.account_id = $1 and d.recipient_id = e.recipient_id and d.channel = e.channel
  returning e.channel
),
left_out as (
  select channel, count(*) as n from exclusion where account_id = $1 and broadcast_id = $2 group by channel
  union all
  select channel, -count(*) from superseded group by channel
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, $2, channel, 'left_out', sum(n) from left_out group by channel having sum(n) <> 0
),
no_more as (
  delete from taking_chunk where account_id = $1 and broadcast_id = $2
)
update broadcast
   set has_appointments = exists (
         select from delivery d join delivery_subject s on s.account_id = $1 and s.delivery_id = d.id
          where d.account_id = $1 and d.broadcast_id = $2)
 where account_id = $1 and id = $2

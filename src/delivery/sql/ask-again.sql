-- Those who wait for quiet hours that were changed meanwhile, or set aside by somebody, are judged
-- anew: a bounded part of them is ready now. Served by delivery_quiet.
-- $1 account  $2 lane  $3 now
with picked as materialized (
  select id
    from delivery
   where account_id = $1 and lane_id = $2 and state = 'ready' and wait_reason = 'quiet_hours' and not_before > $3
   order by not_before
   limit 5000
),
locked as materialized (
  select d.id
    from picked p
    join delivery d on d.account_id = $1 and d.id = p.id and d.state = 'ready'
   order by d.id
     for no key update of d
)
update delivery d
   set not_before = $3, wait_reason = null
  from locked k
 where d.account_id = $1 and d.id = k.id

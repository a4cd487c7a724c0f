-- A lane that was canceled, or of which something has expired: a bounded part of what waits in it ends.
-- $1 account  $2 lane  $3 now  $4 canceled or expired. Served by delivery_ready.
with picked as materialized (
  select d.id
    from delivery d
    join broadcast b on b.account_id = $1 and b.id = d.broadcast_id
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'ready'
     and ($4::text = 'canceled' or coalesce(d.expires_at, b.expires_at) <= $3)
   limit 5000
     for no key update of d skip locked
),
ended as (
  update delivery d
     set state = $4::text::delivery_state, failure = $4::text::failure_reason, wait_reason = null, changed_at = $3
    from picked p
   where d.account_id = $1 and d.id = p.id
  returning d.broadcast_id, d.channel, d.state
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, outcome, sum(n)
  from (select broadcast_id, channel, 'waiting'::outcome as outcome, -1 as n from ended
        union all
        select broadcast_id, channel, outcome_of(state), 1 from ended) m
 group by broadcast_id, channel, outcome

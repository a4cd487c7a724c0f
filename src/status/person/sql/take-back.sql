-- Takes back what still waits for an erased person; what is on the wire is marked as crossed, and nothing of
-- them is tried another way. The door is shut. $1 account, $2 deliveries, $3 now. Served by the primary keys,
-- attempt_live and lane_broadcast.
with locked as materialized (
  select d.id, d.state, d.lane_id
    from delivery d
   where d.account_id = $1 and d.id = any ($2::uuid[])
   order by d.id
     for no key update of d
),
ended as (
  update delivery d
     set state = 'canceled', failure = 'canceled', wait_reason = null, claim_id = null, lease_until = null,
         is_watched = false, changed_at = $3::timestamptz
    from locked k
   where d.account_id = $1 and d.id = k.id and k.state in ('ready', 'claimed')
  returning d.id, d.broadcast_id, d.channel, d.lane_id
),
crossed as (
  update attempt a set crossed = 'taken_back'
    from locked k
   where a.account_id = $1 and a.delivery_id = k.id and a.state = 'submitting'
     and a.crossed is distinct from 'stop' and a.crossed is distinct from 'taken_back'
),
woken as (
  -- So that a broadcast of which nothing else was open ends.
  update lane l set wake_at = least(l.wake_at, $3::timestamptz)
    from broadcast b
   where l.account_id = $1 and l.id in (select lane_id from ended)
     and b.account_id = $1 and b.id = l.broadcast_id and b.state in ('scheduled', 'sending')
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, broadcast_id, channel, outcome, sum(n)
    from (select broadcast_id, channel, 'waiting'::outcome as outcome, -1 as n from ended
          union all
          select broadcast_id, channel, 'taken_back', 1 from ended) m
   group by broadcast_id, channel, outcome
)
select broadcast_id as "broadcastId" from ended

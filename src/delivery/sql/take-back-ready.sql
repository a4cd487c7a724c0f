-- A canceled lane: a bounded part of what waits in it is taken back. Served by delivery_ready.
with picked as materialized (
  select d.id
    from delivery d
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'ready'
   limit 5000
     for no key update skip locked
),
taken_back as (
  update delivery d
     set state = 'canceled', failure = 'canceled', wait_reason = null, changed_at = $3
    from picked p
   where d.account_id = $1 and d.id = p.id
  returning d.broadcast_id, d.channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, outcome, sum(n)
  from taken_back cross join (values ('waiting'::outcome, -1), ('taken_back', 1)) v (outcome, n)
 group by broadcast_id, channel, outcome

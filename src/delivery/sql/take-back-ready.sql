-- A canceled lane: a bounded part of what waits in it is taken back. Served by delivery_ready.
with taken_back as (
  update delivery d
     set state = 'canceled', failure = 'canceled', wait_reason = null, changed_at = $3
   where d.account_id = $1
     and d.id = any (array(
       select r.id from delivery r
        where r.account_id = $1 and r.lane_id = $2 and r.state = 'ready'
        limit 5000 for update skip locked))
  returning d.broadcast_id, d.channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, broadcast_id, channel, outcome, sum(n)
  from taken_back cross join (values ('waiting'::outcome, -1), ('taken_back', 1)) v (outcome, n)
 group by broadcast_id, channel, outcome

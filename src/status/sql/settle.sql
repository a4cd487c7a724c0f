-- What a person decides about deliveries that are uncertain; they are locked already.
-- $1 account  $2 deliveries  $3 now  $4 whether they are sent again  $5 until when that is valid
-- Served by the primary key of delivery and attempt_live.
with written_off as (
  update attempt set state = 'written_off', closed_at = $3, settle_at = null
   where account_id = $1 and delivery_id = any ($2::uuid[]) and state = 'uncertain'
  returning delivery_id
),
moved as (
  update delivery d
     set state = case when $4 then 'ready'::delivery_state else 'written_off' end,
         not_before = $3, wait_reason = null, changed_at = $3,
         expires_at = case when $4 and d.expires_at is not null then greatest(d.expires_at, $5) else d.expires_at end
    from written_off w
   where d.account_id = $1 and d.id = w.delivery_id and d.state = 'uncertain'
  returning d.broadcast_id, d.channel
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, broadcast_id, channel, outcome, sum(n)
    from moved
   cross join (values ('not_sure'::outcome, -1),
                      (case when $4 then 'waiting'::outcome else 'not_delivered' end, 1)) v (outcome, n)
   group by broadcast_id, channel, outcome
)
select broadcast_id as "broadcastId" from moved

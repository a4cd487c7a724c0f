-- What was taken back of the message that this one stands for, for one person each, is taken back of this one before any
-- of it is open: at the same address, and where both have a copy for each appointment, of the same one.
-- $1 account  $2 broadcast  $3 deliveries of the other  $4 now. Served by the primary key and delivery_once.
with again as (
  select distinct d.id
    from delivery o
    join delivery d on d.account_id = $1 and d.broadcast_id = $2 and d.channel = o.channel
                   and address_key(d.address) = address_key(o.address)
                   and (d.copy = o.copy or least(d.copy, o.copy) = '00000000-0000-0000-0000-000000000000')
   where o.account_id = $1 and o.id = any ($3::uuid[]) and d.state = 'ready'
),
ended as (
  update delivery d
     set state = 'canceled', failure = 'canceled', wait_reason = null, is_watched = false, changed_at = $4
    from again a
   where d.account_id = $1 and d.id = a.id
  returning d.channel
)
insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
select $1, $2, channel, outcome, sum(n)
  from ended cross join (values ('waiting'::outcome, -1), ('taken_back', 1)) v (outcome, n)
 group by channel, outcome

-- Notes which message an answer belongs to: the last that went to its address by its channel. The first answer to
-- a message is counted for its broadcast. Only the newest 1,000 broadcasts are looked through, each by one probe;
-- answers to STOP and HELP are none.
-- $1 account, $2 inbound, $3 channel, $4 address. Served by the primary keys of broadcast and inbound, by
-- delivery_once and by attempt_delivery.
with recent as materialized (
  select b.id from broadcast b
   where b.account_id = $1 and b.purpose <> 'keyword'
   order by b.id desc
   limit 1000
),
answered as materialized (
  select d.id, d.broadcast_id
    from recent b
   cross join lateral (
     select d.id, d.broadcast_id from delivery d
      where d.account_id = $1 and d.broadcast_id = b.id and d.channel = $3
        and address_key(d.address) = address_key($4) and d.attempts > 0) d
   cross join lateral (
     select a.opened_at from attempt a
      where a.account_id = $1 and a.delivery_id = d.id and a.state <> 'rejected'
      order by a.number desc
      limit 1) a
   order by a.opened_at desc
   limit 1
),
linked as (
  update inbound i set delivery_id = a.id
    from answered a
   where i.account_id = $1 and i.id = $2
),
noted as (
  insert into delivery_reply (account_id, delivery_id)
  select $1, id from answered
  on conflict (account_id, delivery_id) do nothing
  returning delivery_id
),
counted as (
  insert into broadcast_reply_count as c (account_id, broadcast_id, n)
  select $1, broadcast_id, 1 from answered where exists (select from noted)
  on conflict (account_id, broadcast_id) do update set n = c.n + 1
)
select broadcast_id as "broadcastId" from answered

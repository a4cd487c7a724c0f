-- Notes what somebody said by a key, once for each meaning, and counts it for the message.
-- $1 account, $2 attempt, $3 meaning, $4 now. Served by the primary keys of attempt, delivery and delivery_key.
with called as (
  select d.id, d.broadcast_id
    from attempt a
    join delivery d on d.account_id = $1 and d.id = a.delivery_id
   where a.account_id = $1 and a.id = $2
),
noted as (
  insert into delivery_key (account_id, delivery_id, meaning, pressed_at)
  select $1, id, $3, $4 from called
  on conflict (account_id, delivery_id, meaning) do nothing
  returning delivery_id
),
counted as (
  insert into broadcast_key_count as c (account_id, broadcast_id, meaning, n)
  select $1, broadcast_id, $3, 1 from called where exists (select from noted)
  on conflict (account_id, broadcast_id, meaning) do update set n = c.n + 1
)
select broadcast_id as "broadcastId" from called

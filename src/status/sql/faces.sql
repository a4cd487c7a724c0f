-- The first deliveries of a broadcast and their names, always the same ones in the same order.
-- $1 account, $2 broadcast, $3 how many. Served by delivery_once, of which it reads no more than these, and recipient's key.
select d.id::text as id, r.name, outcome_of(d.state) as outcome
  from delivery d
  join recipient r on r.account_id = $1 and r.id = d.recipient_id
 where d.account_id = $1 and d.broadcast_id = $2
 order by d.channel, address_key(d.address), d.copy
 limit $3

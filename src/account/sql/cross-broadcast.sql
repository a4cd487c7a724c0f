-- Marks the attempts of a broadcast that are on the wire; the door of the account is shut.
-- $1 account  $2 broadcast  $3 what they crossed with
-- Deliveries first and in order, as everywhere. Served by delivery_in_hand and attempt_live.
with locked as materialized (
  select d.id
    from lane l
    join delivery d on d.account_id = $1 and d.lane_id = l.id and d.state = 'submitting'
   where l.account_id = $1 and l.broadcast_id = $2
   order by d.id
     for no key update of d
)
update attempt a
   set crossed = greatest(a.crossed, $3::crossing)
  from locked k
 where a.account_id = $1 and a.delivery_id = k.id and a.state = 'submitting'

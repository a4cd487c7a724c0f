-- Marks the attempts to addresses that are on the wire; the door of the account is shut.
-- $1 account  $2 channel  $3 addresses  $4 what they crossed with
-- Deliveries first and in order, as everywhere. Served by delivery_in_hand, which holds only what is
-- under way, and attempt_live.
with locked as materialized (
  select d.id
    from delivery d
   where d.account_id = $1 and d.state = 'submitting' and d.channel = $2 and lower(d.address) = any (array(select lower(one) from unnest($3::text[]) one))
   order by d.id
     for no key update of d
)
update attempt a
   set crossed = greatest(a.crossed, $4::crossing)
  from locked k
 where a.account_id = $1 and a.delivery_id = k.id and a.state = 'submitting'

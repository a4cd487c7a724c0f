-- Takes deliveries of a lane under a lease; served by delivery_ready.
with claimed as (
  update delivery d
     set state = 'claimed', claim_id = $3, lease_until = $5
   where d.account_id = $1
     and d.id = any (array(
       select r.id from delivery r
        where r.account_id = $1 and r.lane_id = $2 and r.state = 'ready' and r.not_before <= $4
        order by r.not_before, r.id
        limit $6
          for update skip locked))
  returning d.id, d.recipient_id, d.address
)
select c.id, c.address, r.name, r.fields
  from claimed c
  join recipient r on r.account_id = $1 and r.id = c.recipient_id
 order by c.id

-- Takes deliveries of a lane under a lease; served by delivery_ready and the primary keys.
with picked as materialized (
  select d.id
    from delivery d
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'ready' and d.not_before <= $4
   order by d.not_before, d.id
   limit $6
     for no key update skip locked
),
claimed as (
  update delivery d
     set state = 'claimed', claim_id = $3, lease_until = $5
    from picked p
   where d.account_id = $1 and d.id = p.id
  returning d.id, d.recipient_id, d.address
)
select c.id, c.address, r.name, r.fields
  from claimed c
  join recipient r on r.account_id = $1 and r.id = c.recipient_id
 order by c.id

-- Takes deliveries of a lane under a lease: none of one that is paused or canceled, and none once
-- another provider carries the channel. The door asks again; this spares claiming in vain, over and
-- over. Nor what was due before the end of a gap in the ledger, which is put in doubt first. Served by
-- delivery_ready and the primary keys.
-- $1 account  $2 lane  $3 claim  $4 now  $5 end of the lease  $6 at most so many  $7 provider
with picked as materialized (
  select d.id
    from delivery d
   where d.account_id = $1 and d.lane_id = $2 and d.state = 'ready' and d.not_before <= $4
     and d.not_before >= coalesce((select l.gap_until from lane l where l.account_id = $1 and l.id = $2), '-infinity')
     and exists (select from lane l
                   join channel_provider c on c.account_id = $1 and c.channel = l.channel and c.provider_id = $7
                  where l.account_id = $1 and l.id = $2 and l.paused_at is null and l.canceled_at is null)
   order by d.not_before, d.id
   limit $6
     for no key update of d skip locked
),
claimed as (
  update delivery d
     set state = 'claimed', claim_id = $3, lease_until = $5
    from picked p
   where d.account_id = $1 and d.id = p.id
  returning d.id, d.recipient_id, d.address, d.fields
)
select c.id, c.address, r.name, coalesce(c.fields, r.fields) as fields,
       r.time_zone || r.other_time_zones as "timeZones"
  from claimed c
  join recipient r on r.account_id = $1 and r.id = c.recipient_id
 order by c.id

-- Takes deliveries of a lane under a lease: none of one that is paused or canceled, and none once
-- another provider carries the channel. The door asks again; this spares claiming in vain, over and
-- over. Nor what was due before the end of a gap in the ledger, which is put in doubt first. Served by
-- delivery_ready and the primary keys. Of an appointment that was moved since its people were written, the
-- fields are brought up to date and stay so: nobody is told an old time, and what was said can be read later.
-- $1 account  $2 lane  $3 claim  $4 now  $5 end of the lease  $6 at most so many  $7 provider
with picked as materialized (
  select d.id, d.recipient_id, d.fields
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
moved as materialized (
  select p.id, jsonb_set(told.fields, '{event}', (told.fields -> 'event') || now.event) as fields
    from picked p
    join recipient r on r.account_id = $1 and r.id = p.recipient_id
    cross join lateral (select coalesce(p.fields, r.fields) as fields) told
    join appointment a on a.account_id = $1 and a.id = (told.fields #>> '{event,id}')::uuid
    cross join lateral (
      select jsonb_build_object('title', a.title, 'location', a.location, 'starts_at', a.starts_at,
               'ends_at', a.ends_at, 'all_day', a.all_day, 'time_zone', a.time_zone, 'fields', a.fields) as event) now
   where not (told.fields -> 'event') @> now.event
),
claimed as (
  update delivery d
     set state = 'claimed', claim_id = $3, lease_until = $5,
         fields = coalesce((select m.fields from moved m where m.id = p.id), d.fields)
    from picked p
   where d.account_id = $1 and d.id = p.id
  returning d.id, d.recipient_id, d.address, d.fields
)
select c.id, $3::uuid as "claimId", c.address, r.name, coalesce(c.fields, r.fields) as fields,
       r.time_zone || r.other_time_zones as "timeZones"
  from claimed c
  join recipient r on r.account_id = $1 and r.id = c.recipient_id
 order by c.id

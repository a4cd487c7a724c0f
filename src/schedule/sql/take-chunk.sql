-- Writes the staged candidates: the people who are not yet in the broadcast, one delivery for each
-- address and copy that has none yet (the second cannot be inserted, rule 1), and for whom each stands.
-- $1 account, $2 broadcast, $3 when it goes out, $4 why it waits, $5 now; in recipients' own zones: $6 zones,
-- $7 when it goes out there, $8 for how many minutes.
-- What this chunk inserts is joined as it is returned; what an earlier one did is looked up, by
-- recipient's unique (account_id, broadcast_id, person_key, copy) and delivery_once.
-- offset 0 keeps the look-up one: while statistics do not know this broadcast yet, the planner takes
-- it for a single row and would compare each candidate with all that is written of it.
with new_recipient as (
  insert into recipient (account_id, broadcast_id, person_key, copy, name, time_zone, other_time_zones, fields)
  select distinct on (person_key, copy) $1, $2, person_key, copy, name, time_zone, other_time_zones, fields
    from take_candidate
   order by person_key, copy, at, appointment_id, position
  on conflict (account_id, broadcast_id, person_key, copy) do nothing
  returning id, person_key, copy, fields
),
new_delivery as (
  insert into delivery (account_id, broadcast_id, lane_id, recipient_id, channel, address, copy,
                        fields, not_before, expires_at, wait_reason, is_watched, created_at, changed_at)
  select $1, $2, l.id, coalesce(n.id, known.id), c.channel, c.address, c.copy,
         nullif(c.fields, coalesce(n.fields, known.fields)), coalesce(own.at, $3),
         own.at + make_interval(mins => $8), $4, l.falls_to is not null, $5, $5
    from take_candidate c
    join lane l on l.account_id = $1 and l.broadcast_id = $2 and l.channel = c.channel
    left join new_recipient n on n.person_key = c.person_key and n.copy = c.copy
    left join lateral (
      select r.id, r.fields from recipient r
       where n.id is null and r.account_id = $1 and r.broadcast_id = $2
         and r.person_key = c.person_key and r.copy = c.copy offset 0) known on true
    left join unnest($6::text[], $7::timestamptz[]) own (zones, at)
           on own.zones = case when cardinality($6::text[]) > 0 then array_to_string(c.time_zone || c.other_time_zones, ' ') end
   where c.rank = 1
   order by c.at, c.appointment_id, c.position
  on conflict (account_id, broadcast_id, channel, address_key(address), copy) do nothing
  returning id, channel, address, copy
),
subject as (
  insert into delivery_subject (account_id, delivery_id, appointment_id, participant_id, recipient_id)
  select $1,
         coalesce(d.id, (select known.id from delivery known
                          where known.account_id = $1 and known.broadcast_id = $2 and known.channel = c.channel
                            and address_key(known.address) = address_key(c.address) and known.copy = c.copy)),
         c.appointment_id, c.participant_id,
         case when c.rank > 1 or d.id is null then coalesce(n.id, (
           select r.id from recipient r
            where r.account_id = $1 and r.broadcast_id = $2 and r.person_key = c.person_key and r.copy = c.copy)) end
    from take_candidate c
    left join new_delivery d on d.channel = c.channel and address_key(d.address) = address_key(c.address) and d.copy = c.copy
    left join new_recipient n on n.person_key = c.person_key and n.copy = c.copy
   where c.reason is null and c.appointment_id is not null
  on conflict do nothing
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, $2, channel, 'waiting', count(*) from new_delivery group by channel
)
-- Whether each candidate got a delivery of its own: then nobody is left out.
select (select count(*) from new_delivery) = (select count(*) from take_candidate) as "allServed"

-- Which recipients of a broadcast the people are who were typed in for it: by their own key without an appointment, or
-- else by that of a contact who has their number or address and was written to by these alone, or else by their own key,
-- which they then share with somebody on an appointment.
-- $1 account, $2 broadcast, $3 people [{place, personKey, phone, email}]. Served by contact_address_key and recipient's
-- unique (account_id, broadcast_id, person_key, copy); offset 0 as in taking.
select place, id
  from (select t.place, f.id, k.rank, min(k.rank) over (partition by t.place) as nearest
          from jsonb_to_recordset($3) t (place int, "personKey" text, phone text, email text)
          cross join lateral (
            select 1 as rank, t."personKey" as key
            union
            select 3, t."personKey"
            union
            select 2, 'contact:' || coalesce(c.merged_into, c.id)
              from contact_address d
              join contact c on c.account_id = $1 and c.id = d.contact_id
             where d.account_id = $1 and d.address_key in (address_key(t.phone), address_key(t.email))) k
          cross join lateral (
            select r.id, r.fields from recipient r
             where r.account_id = $1 and r.broadcast_id = $2 and r.person_key = k.key
               and r.copy = '00000000-0000-0000-0000-000000000000' offset 0) f
         where case k.rank
                 when 1 then f.fields ->> 'event' is null
                 when 2 then f.fields ->> 'event' is null
                         and coalesce(f.fields #>> '{participant,phone}', '') = coalesce(t.phone, '')
                         and coalesce(f.fields #>> '{participant,email}', '') = coalesce(t.email, '')
                 else true
               end) every
 where rank = nearest

-- Which recipients of a broadcast the people are who were typed in for it: by their own key without an appointment, or
-- else by that of a contact who has their number or address and was written to by these alone, or else by their own key,
-- which they then share with somebody on an appointment.
-- $1 account, $2 broadcast, $3 people [{place, personKey, phone, email}]. Served by contact_address_key and recipient's
-- unique (account_id, broadcast_id, person_key, copy); offset 0 as in taking.
select place, id
  from (select t.place, f.id, n.rank, min(n.rank) over (partition by t.place) as nearest
          from jsonb_to_recordset($3) t (place int, "personKey" text, phone text, email text)
          cross join lateral (
            select t."personKey" as key, false as is_contact
            union
            select 'contact:' || coalesce(c.merged_into, c.id), true
              from contact_address d
              join contact c on c.account_id = $1 and c.id = d.contact_id
             where d.account_id = $1 and d.address_key in (address_key(t.phone), address_key(t.email))) k
          cross join lateral (
            select r.id, r.fields, r.fields ->> 'event' is not null as has_appointment from recipient r
             where r.account_id = $1 and r.broadcast_id = $2 and r.person_key = k.key
               and r.copy = '00000000-0000-0000-0000-000000000000' offset 0) f
          cross join lateral (
            select case when k.is_contact then 2 when f.has_appointment then 3 else 1 end as rank) n
         where not k.is_contact
            or not f.has_appointment
           and coalesce(f.fields #>> '{participant,phone}', '') = coalesce(t.phone, '')
           and coalesce(f.fields #>> '{participant,email}', '') = coalesce(t.email, '')) every
 where rank = nearest

-- The addresses and tags of contacts that were just written; one that stays keeps its id.
-- $1 account, $2 contacts as JSON. Served by unique (account_id, contact_id, address_key) and by
-- contact_tag's primary key.
with draft as materialized (
  select d.id, d.addresses, d.tags
    from jsonb_to_recordset($2::jsonb) as d (id uuid, addresses jsonb, tags jsonb)
),
said as materialized (
  select distinct on (d.id, address_key(a.address))
         d.id as contact_id, a.kind, a.address, a.label, a."phoneCountry", a."phoneIsPremium", a."phoneLine", a."phoneZones", a.position
    from draft d
   cross join lateral rows from (jsonb_to_recordset(d.addresses) as (
           kind address_kind, address text, label text, "phoneCountry" text, "phoneIsPremium" boolean,
           "phoneLine" line_type, "phoneZones" text[]))
         with ordinality as a (kind, address, label, "phoneCountry", "phoneIsPremium", "phoneLine", "phoneZones", position)
   order by d.id, address_key(a.address), a.position
),
tagged as materialized (
  select d.id as contact_id, t.tag, t.key
    from draft d cross join lateral jsonb_to_recordset(d.tags) as t (tag text, key text)
),
no_more as (
  delete from contact_address o
   where o.account_id = $1 and o.contact_id in (select id from draft)
     and not exists (select from said s where s.contact_id = o.contact_id and address_key(s.address) = o.address_key)
),
untagged as (
  delete from contact_tag o
   where o.account_id = $1 and o.contact_id in (select id from draft)
     and not exists (select from tagged t where t.contact_id = o.contact_id and t.key = o.tag_key)
),
tags as (
  insert into contact_tag (account_id, contact_id, tag, tag_key)
  select $1, contact_id, tag, key from tagged
      on conflict (account_id, contact_id, tag_key) do update set tag = excluded.tag
   where contact_tag.tag <> excluded.tag
)
insert into contact_address as c (
  account_id, contact_id, kind, address, label, position, phone_country, phone_is_premium, phone_line, phone_zones)
select $1, contact_id, kind, address, label, position, "phoneCountry", "phoneIsPremium", "phoneLine", "phoneZones" from said
    on conflict (account_id, contact_id, address_key) do update
   set kind = excluded.kind, address = excluded.address, label = excluded.label, position = excluded.position,
       phone_country = excluded.phone_country, phone_is_premium = excluded.phone_is_premium,
       phone_line = excluded.phone_line, phone_zones = excluded.phone_zones

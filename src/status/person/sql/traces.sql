-- Where a person stands: their contacts, the addresses that are theirs alone, who they are on the calendars,
-- and their names. $1 account, $2 contact.
-- An address that another contact has too, or somebody on a calendar who is another contact, is shared; a name is
-- shared where anybody else has it. Served by contact_merged, contact_address_key, participant_contact,
-- participant_phone, participant_email and participant_name.
with them as (
  select id, name, name_key, first_name, last_name from contact where account_id = $1 and (id = $2 or merged_into = $2)
),
matched as (
  select id, name, name_key, phone, email_key from participant where account_id = $1 and contact_id = $2
),
known as (
  select a.address_key as address from contact_address a join them t on t.id = a.contact_id where a.account_id = $1
  union
  select phone from matched where phone is not null
  union
  select email_key from matched where email_key is not null
),
address as materialized (
  select k.address,
         exists (select from contact_address o
                  where o.account_id = $1 and o.address_key = k.address and o.contact_id not in (select id from them))
         or exists (select from participant o
                     where o.account_id = $1 and o.phone = k.address and o.contact_id <> $2)
         or exists (select from participant o
                     where o.account_id = $1 and o.email_key = k.address and o.contact_id <> $2) as is_shared
    from known k
),
named as (
  select name_key from them where name_key <> '' union select name_key from matched where name_key <> ''
),
reached as (
  select p.id, p.name, p.name_key
    from address a join participant p on p.account_id = $1 and p.phone = a.address and p.contact_id is null
   where not a.is_shared
  union
  select p.id, p.name, p.name_key
    from address a join participant p on p.account_id = $1 and p.email_key = a.address and p.contact_id is null
   where not a.is_shared
),
person as materialized (
  -- Somebody else who was given their number keeps a name.
  select id, name, name_key, true as is_they from matched
  union
  select r.id, r.name, r.name_key,
         r.name_key = '' or exists (
           select from named n
            where string_to_array(n.name_key, ' ') <@ string_to_array(r.name_key, ' ')
               or string_to_array(n.name_key, ' ') @> string_to_array(r.name_key, ' '))
    from reached r
),
name as (
  select name as written, name_key from them where name_key <> ''
  union
  select btrim(first_name || ' ' || last_name), name_key from them where name_key <> ''
  union
  select name, name_key from person where is_they and name_key <> ''
)
select array(select id from them) as "contactIds",
       array(select address from address where not is_shared) as "ownAddresses",
       array(select address from address where is_shared) as "sharedAddresses",
       array(select id from person where is_they) as "participantIds",
       array(select id from person where not is_they) as "otherIds",
       array(select n.written from name n
              where n.written <> '' and n.name_key like '% %'
                and not exists (select from contact o where o.account_id = $1 and o.name_key = n.name_key
                                   and o.id not in (select id from them))
                and not exists (select from participant o where o.account_id = $1 and o.name_key = n.name_key
                                   and o.id not in (select id from person where is_they))) as "ownNames",
       array(select distinct written from name where written <> '') as names

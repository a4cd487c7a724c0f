-- A participant and whoever has the same name and address, with their locks; one that an import is writing is
-- matched by that. $1 account, $2 participant. Served by the primary key, participant_phone and participant_email.
with asked as (
  select id, person_key, phone, email_key from participant where account_id = $1 and id = $2
),
same as (
  select id from asked
  union
  select p.id
    from asked a join participant p on p.account_id = $1 and p.phone = a.phone and p.person_key = a.person_key
  union
  select p.id
    from asked a join participant p on p.account_id = $1 and p.email_key = a.email_key and p.person_key = a.person_key
   where a.phone is null
)
select p.id, p.person_key as "personKey", p.phone is not null or p.email is not null as "hasAddress"
  from same s join participant p on p.account_id = $1 and p.id = s.id
 order by p.id = $2 desc, p.id
   for no key update of p skip locked

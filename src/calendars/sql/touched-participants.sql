-- Participants whose match may change with contacts, and their locks. $1 account, $2 contacts.
-- One that is locked is being written by an import, which matches it itself before it ends.
-- Served by participant_contact, participant_contact_candidate_contact, participant_phone,
-- participant_email and participant_name.
with touched as (
  select id from participant where account_id = $1 and contact_id = any ($2::uuid[])
  union
  select participant_id from participant_contact_candidate where account_id = $1 and contact_id = any ($2::uuid[])
  union
  select p.id
    from contact_address a join participant p on p.account_id = $1 and p.phone = a.address
   where a.account_id = $1 and a.contact_id = any ($2::uuid[]) and a.kind = 'phone'
  union
  select p.id
    from contact_address a join participant p on p.account_id = $1 and p.email_key = a.address_key
   where a.account_id = $1 and a.contact_id = any ($2::uuid[]) and a.kind = 'email'
  union
  select p.id
    from contact c join participant p on p.account_id = $1 and p.name_key = c.name_key
   where c.account_id = $1 and c.id = any ($2::uuid[]) and c.name_key <> ''
)
select p.id
  from touched t join participant p on p.account_id = $1 and p.id = t.id
 order by p.id
   for no key update of p skip locked

-- Rows of the same name with a number or mailbox in common are one person, whose first row leads. Each run
-- looks one step further, so that it is repeated until it finds nothing. $1 account, $2 import.
-- Reads all drafts of the import by their primary key.
with key as (
  select d.position, d.leader, min(d.leader) over (partition by d.name_key, k.key) as first
    from contact_import_draft d cross join lateral unnest(d.address_keys) as k (key)
   where d.account_id = $1 and d.import_id = $2
),
found as (
  select position, min(first) as leader from key group by position having min(first) < min(leader)
)
update contact_import_draft d
   set leader = f.leader
  from found f
 where d.account_id = $1 and d.import_id = $2 and d.position = f.position

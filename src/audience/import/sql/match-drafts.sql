-- Whom of the contacts these people are, by their rows: those of the same name with a number or mailbox in
-- common, else those with one in common where one of the two has no name; of a row without addresses those
-- of the same name and company that have none either. $1 account, $2 import, $3 leaders.
-- Of a name that more than 2,000 contacts have, or an address that more than 500 have, the rest is not
-- looked at. Served by contact_import_draft_leader, contact_name, contact_address_key and unique
-- (account_id, contact_id, address_key), each looked at by its key: statistics know nothing of rows that have
-- just come in.
with asked as materialized (
  select distinct d.leader, d.name_key, k.key
    from contact_import_draft d cross join lateral unnest(d.address_keys) as k (key)
   where d.account_id = $1 and d.import_id = $2 and d.leader = any ($3::int[])
),
same as (
  select distinct a.leader, c.id
    from (select distinct leader, name_key from asked where name_key <> '') n
   cross join lateral (
     select o.id, o.company from contact o
      where o.account_id = $1 and o.name_key = n.name_key and o.name_key <> '' and o.merged_into is null limit 2000) c
    join asked a on a.leader = n.leader and a.name_key = n.name_key
   where case
           when a.key like '=%' then
             lower(c.company) = substr(a.key, 2)
             and not exists (select from contact_address x where x.account_id = $1 and x.contact_id = c.id)
           else
             exists (select from contact_address x
                      where x.account_id = $1 and x.contact_id = c.id and x.address_key = a.key)
         end
),
near as (
  select distinct a.leader, c.id
    from asked a
   cross join lateral (
     select x.contact_id from contact_address x
      where x.account_id = $1 and x.address_key = a.key limit 500) x
   cross join lateral (
     select o.id from contact o
      where o.account_id = $1 and o.id = x.contact_id and o.merged_into is null
        and (o.name_key = '' or a.name_key = '') limit 1) c
   where a.key not like '=%'
)
select leader, array_agg(id order by id) as ids
  from (
    select leader, id from same
    union all
    select leader, id from near n where not exists (select from same s where s.leader = n.leader)
  ) found
 group by leader

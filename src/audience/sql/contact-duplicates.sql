-- Pairs of contacts that are likely one: they share an address and their names do not contradict each other,
-- or they have the same name of two words or more. What more than twenty contacts share tells nothing.
-- $1 account, $2 how many to pass over, $3 how many, $4 one of them, or null for all. All are read in the order of
-- contact_address_key and contact_name; those of one are looked up there.
with shared as (
  select array_agg(a.contact_id order by a.contact_id) as ids
    from contact_address a join contact c on c.account_id = $1 and c.id = a.contact_id and c.merged_into is null
   where a.account_id = $1
     and ($4::uuid is null
       or a.address_key in (select o.address_key from contact_address o where o.account_id = $1 and o.contact_id = $4))
   group by a.address_key having count(*) between 2 and 20
),
named as (
  select array_agg(id order by id) as ids
    from contact
   where account_id = $1 and merged_into is null and name_key like '% %'
     and ($4::uuid is null or name_key = (select o.name_key from contact o where o.account_id = $1 and o.id = $4))
   group by name_key having count(*) between 2 and 20
),
pair as (
  select a.id as one, b.id as other, true as by_address
    from shared s cross join unnest(s.ids) a (id) cross join unnest(s.ids) b (id) where a.id < b.id
  union
  select a.id, b.id, false
    from named s cross join unnest(s.ids) a (id) cross join unnest(s.ids) b (id) where a.id < b.id
),
judged as (
  select p.one, p.other, bool_or(p.by_address) as by_address, a.name_key, a.name_key = b.name_key as is_name,
         string_to_array(a.name_key, ' ') <@ string_to_array(b.name_key, ' ')
           or string_to_array(a.name_key, ' ') @> string_to_array(b.name_key, ' ') as is_part
    from pair p
    join contact a on a.account_id = $1 and a.id = p.one
    join contact b on b.account_id = $1 and b.id = p.other
   group by p.one, p.other, a.name_key, b.name_key
)
select one, other,
       case when not by_address then 'same_name'
            when is_name then 'same_name_and_address' else 'same_address' end as reason
  from judged
 where (not by_address or is_part) and ($4::uuid is null or $4 in (one, other))
 order by by_address and is_name desc, by_address desc, name_key, one, other
offset $2 limit $3

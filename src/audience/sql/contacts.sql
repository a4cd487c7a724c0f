-- A page of contacts by name with their addresses and tags, and how many match in all; of an empty page
-- one row with the count alone. :{condition} is the filter, :{after} the place where the page before ended.
-- With a text to look for, :{once} makes the search run once for both answers. Served by contact_list (or
-- contact_search, or the primary key), unique (account_id, contact_id, address_key) and contact_tag's key.
with matching as :{once} (
  select c.id, c.list_name from contact c where c.account_id = :{account} and :{condition}
),
page as (
  select * from matching c where :{after} order by c.list_name, c.id limit :{limit}
)
select m.matching,
       c.id,
       c.list_name as "listName",
       c.name,
       c.first_name as "firstName",
       c.last_name as "lastName",
       c.title,
       c.company,
       c.notes,
       c.time_zone as "timeZone",
       c.language,
       c.fields,
       c.merged_into as "mergedInto",
       iso(c.created_at) as "createdAt",
       iso(c.changed_at) as "changedAt",
       a.addresses,
       t.tags
  from (select count(*) as matching from matching) m
  left join page on true
  left join contact c on c.account_id = :{account} and c.id = page.id
  left join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'address', a.address, 'label', a.label)
                              order by a.position, a.id), '[]') as addresses
      from contact_address a
     where a.account_id = :{account} and a.contact_id = c.id
  ) a on true
  left join lateral (
    select coalesce(jsonb_agg(t.tag order by t.tag_key), '[]') as tags
      from contact_tag t
     where t.account_id = :{account} and t.contact_id = c.id
  ) t on true
 order by page.list_name, page.id

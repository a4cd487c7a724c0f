-- Contacts as they would be typed in, to see what rows add to them. $1 account, $2 ids. Served by the
-- primary keys.
select c.id, c.name, c.first_name as "firstName", c.last_name as "lastName", c.title, c.company, c.notes,
       c.time_zone as "timeZone", c.language, c.fields,
       coalesce((select json_agg(json_build_object('kind', a.kind, 'address', a.address, 'label', a.label)
                                 order by a.position, a.id)
                   from contact_address a where a.account_id = $1 and a.contact_id = c.id), '[]') as addresses,
       coalesce((select json_agg(t.tag order by t.tag_key)
                   from contact_tag t where t.account_id = $1 and t.contact_id = c.id), '[]') as tags
  from contact c
 where c.account_id = $1 and c.id = any ($2::uuid[])

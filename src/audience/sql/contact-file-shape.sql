-- How many numbers and mailboxes a contact has at most, and which own fields there are: the columns of a file
-- of contacts. $1 account. Reads the account's contacts once; served by their primary key and the unique
-- (account_id, contact_id, address_key) of contact_address.
select coalesce(max(a.phones), 0)::int as phones, coalesce(max(a.emails), 0)::int as emails,
       array(select distinct k.name
               from contact c cross join lateral jsonb_object_keys(c.fields) k (name)
              where c.account_id = $1 and c.merged_into is null
              order by k.name) as fields
  from (select count(*) filter (where d.kind = 'phone') as phones, count(*) filter (where d.kind = 'email') as emails
          from contact_address d
          join contact c on c.account_id = $1 and c.id = d.contact_id and c.merged_into is null
         where d.account_id = $1
         group by d.contact_id) a

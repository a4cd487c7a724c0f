-- Empties rows of a file of contacts that are an erased person's, and refuses them. What waits for a commit is checked
-- anew from its beginning, since its counts and its groups of rows are others without them. $1 account, $2 import,
-- $3 positions, $4 the reason. Served by the primary keys.
with again as materialized (
  select i.id, i.state in ('checking', 'ready') as is_open
    from contact_import i where i.account_id = $1 and i.id = $2
),
emptied as (
  update contact_import_row r set cells = '[]', problem = $4, said = null
   where r.account_id = $1 and r.import_id = $2 and r.position = any ($3::int[])
  returning r.position, r.line
),
undrafted as (
  delete from contact_import_draft d using again a
   where d.account_id = $1 and d.import_id = a.id and (a.is_open or d.position = any ($3::int[]))
),
unsaid as (
  delete from contact_import_error e using again a
   where e.account_id = $1 and e.import_id = a.id
     and (a.is_open or (e.position = any ($3::int[]) and e.place > 0))
),
told as (
  -- In one that is over, the rows that are left are those that were refused, each with a first reason.
  update contact_import_error e set column_name = '', value = '', message = $4, said = null
    from again a
   where e.account_id = $1 and e.import_id = a.id and not a.is_open and e.position = any ($3::int[]) and e.place = 0
)
update contact_import i
   set state = 'checking', step = 'drafting', done = 0, created_count = 0, updated_count = 0, unchanged_count = 0,
       joined_count = 0, refused_count = 0, error_count = 0
  from again a
 where i.account_id = $1 and i.id = a.id and a.is_open

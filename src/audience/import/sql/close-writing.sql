-- An import whose people are all written; no row where it was canceled meanwhile. $1 account, $2 import,
-- $3 to $6 created, updated, unchanged and joined rows, $7 now. Served by the primary keys.
update contact_import i
   set state = 'matching', done = 0, created_count = $3, updated_count = $4, unchanged_count = $5,
       joined_count = $6, refused_count = i.row_count - ($3::int + $4::int + $5::int + $6::int),
       error_count = (select count(*) from contact_import_error e where e.account_id = $1 and e.import_id = $2),
       changed_at = $7
 where i.account_id = $1 and i.id = $2 and i.state = 'writing'

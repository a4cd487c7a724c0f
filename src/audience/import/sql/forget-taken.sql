-- Takes away the next drafts of an import that is written, and the rows up to there but for those that were
-- refused. $1 account, $2 import, $3 how many. Served by the primary keys.
with edge as (
  select max(position) as position
    from (select position from contact_import_draft
           where account_id = $1 and import_id = $2 order by position limit $3) next
),
emptied as (
  delete from contact_import_row r
   where r.account_id = $1 and r.import_id = $2 and r.position <= (select position from edge)
     and not exists (select from contact_import_error e
                      where e.account_id = $1 and e.import_id = $2 and e.position = r.position)
)
delete from contact_import_draft d
 where d.account_id = $1 and d.import_id = $2 and d.position <= (select position from edge)

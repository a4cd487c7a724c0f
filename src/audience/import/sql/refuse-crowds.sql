-- Refuses the rows of a person past the $3rd. $1 account, $2 import, $4 the sentence, $5 what a translation needs of it.
-- Served by contact_import_draft_leader.
with crowd as (
  select position
    from (select position, row_number() over (partition by leader order by position) as nth
            from contact_import_draft where account_id = $1 and import_id = $2) n
   where nth > $3
),
gone as (
  delete from contact_import_draft d
   where d.account_id = $1 and d.import_id = $2 and d.position in (select position from crowd)
  returning d.position
),
told as (
  insert into contact_import_error (account_id, import_id, position, place, line, column_name, value, message, said)
  select $1, $2, r.position, 0, r.line, '', '', $4, $5
    from gone g
    join contact_import_row r on r.account_id = $1 and r.import_id = $2 and r.position = g.position
  returning 1
)
update contact_import i
   set refused_count = refused_count + t.n, error_count = error_count + t.n
  from (select count(*) as n from told) t
 where i.account_id = $1 and i.id = $2

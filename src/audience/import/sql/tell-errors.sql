-- Notes why rows are refused; a row that is refused anew, because contacts changed between check and writing,
-- has its new reasons. $1 account, $2 import, $3 errors as JSON. Served by the primary key.
insert into contact_import_error as o (account_id, import_id, position, place, line, column_name, value, message, said)
select $1, $2, e.position, e.place, e.line, e."column", e.value, e.message, e.said
  from json_to_recordset($3::json) as e (position int, place int, line int, "column" text, value text, message text, said json)
    on conflict (account_id, import_id, position, place) do update
   set column_name = excluded.column_name, value = excluded.value, message = excluded.message, said = excluded.said

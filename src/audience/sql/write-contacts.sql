-- Writes contacts whole: new ones under the id that was drawn for them, known ones over what they had.
-- $1 account, $2 contacts as JSON, $3 now. Served by the primary key; one that is merged is left alone.
insert into contact as c (
  account_id, id, name, first_name, last_name, title, company, notes, time_zone, language, fields,
  list_name, search_text, created_at, changed_at)
select $1, d.id, d.name, d."firstName", d."lastName", d.title, d.company, d.notes, d."timeZone", d.language,
       d.fields, d."listName", d."searchText", $3, $3
  from jsonb_to_recordset($2::jsonb) as d (
         id uuid, name text, "firstName" text, "lastName" text, title text, company text, notes text,
         "timeZone" text, language text, fields jsonb, "listName" text, "searchText" text)
    on conflict (account_id, id) do update
   set name = excluded.name, first_name = excluded.first_name, last_name = excluded.last_name,
       title = excluded.title, company = excluded.company, notes = excluded.notes,
       time_zone = excluded.time_zone, language = excluded.language, fields = excluded.fields,
       list_name = excluded.list_name, search_text = excluded.search_text, changed_at = excluded.changed_at
 where c.merged_into is null

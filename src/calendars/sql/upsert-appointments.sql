-- Appointments of one calendar as its file has them; what did not change is not written. What a person here said of
-- the state of one holds until its calendar says something else of it.
-- $1 account, $2 calendar, $3 drafts as JSON. Served by unique (account_id, calendar_id, uid, instance).
insert into appointment as a (
  account_id, calendar_id, uid, instance, title, description, location, starts_at, ends_at,
  time_zone, all_day, status, search_text, fields, content_hash)
select $1, $2, d.uid, d.instance, d.title, d.description, d.location, d.starts_at, d.ends_at,
       d.time_zone, d.all_day, d.status, d.search_text, d.fields, decode(d.content_hash, 'hex')
  from jsonb_to_recordset($3::jsonb) as d (
         uid text, instance text, title text, description text, location text,
         starts_at timestamptz, ends_at timestamptz, time_zone text, all_day boolean,
         status appointment_status, search_text text, fields jsonb, content_hash text)
 order by d.uid, d.instance
    on conflict (account_id, calendar_id, uid, instance) do update
   set title = excluded.title, description = excluded.description, location = excluded.location,
       starts_at = excluded.starts_at, ends_at = excluded.ends_at, time_zone = excluded.time_zone,
       all_day = excluded.all_day, search_text = excluded.search_text,
       fields = excluded.fields, content_hash = excluded.content_hash, changed_at = now(),
       status = case when a.overruled = excluded.status then a.status else excluded.status end,
       overruled = case when a.overruled = excluded.status then a.overruled end
 where a.content_hash <> excluded.content_hash
returning id, uid, instance, old.id is null as added

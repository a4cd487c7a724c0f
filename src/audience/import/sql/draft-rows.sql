-- What became of a batch of rows: a draft, or what is wrong with them. The import's counts and its place
-- move on in the same statement. $1 account, $2 import, $3 position of the last row of the batch,
-- $4 drafts, $5 errors, both as JSON, $6 refused rows, $7 now. Served by the primary keys.
with drafted as (
  insert into contact_import_draft (account_id, import_id, position, leader, name_key, address_keys, draft)
  select $1, $2, d.position, d.position, name_key(d.draft ->> 'firstName', d.draft ->> 'lastName', d.draft ->> 'name'),
         coalesce(
           (select array_agg(distinct address_key(a.address)) from json_to_recordset(d.draft -> 'addresses') as a (address text)),
           array['=' || lower(d.draft ->> 'company')]),
         d.draft
    from json_to_recordset($4::json) as d (position int, draft json)
),
told as (
  insert into contact_import_error (account_id, import_id, position, place, line, column_name, value, message, said)
  select $1, $2, e.position, e.place, e.line, e."column", e.value, e.message, e.said
    from json_to_recordset($5::json) as e (position int, place int, line int, "column" text, value text, message text, said json)
  returning 1
)
update contact_import
   set done = $3, refused_count = refused_count + $6, error_count = error_count + (select count(*) from told),
       changed_at = $7
 where account_id = $1 and id = $2

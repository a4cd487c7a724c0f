-- Makes copy_account(model_id, fresh_id): every row of an account once more under another account's id.
-- All keys begin with the account, so that the other ids stay as they are; references hold by
-- themselves, and their triggers are left out. Run by the one who logs in.
do $make$
declare
  body text;
begin
  with keyed as (
    select table_name, column_name as key
      from information_schema.columns
     where table_schema = 'public' and data_type = 'uuid'
       and (column_name = 'account_id' or table_name = 'account' and column_name = 'id')
  ),
  listed as (
    select k.table_name, k.key, string_agg(quote_ident(c.column_name), ', ') as names,
           string_agg(case when c.column_name = k.key then 'fresh_id' else quote_ident(c.column_name) end, ', ') as given
      from keyed k
      join information_schema.columns c
        on c.table_schema = 'public' and c.table_name = k.table_name and c.is_generated = 'NEVER'
     group by k.table_name, k.key
  )
  select string_agg(format('insert into %I (%s) overriding system value select %s from %I where %I = model_id;',
                           table_name, names, given, table_name, key), E'\n')
    into body
    from listed;
  execute format(
    'create function copy_account(model_id uuid, fresh_id uuid) returns void language plpgsql security definer
       set session_replication_role = replica as %L', 'begin ' || body || ' end');
end $make$;

-- As in 0003: what the planner is to think of contacts before the first ANALYZE. Without it a large import of contacts
-- or of a calendar reads all contacts of the account anew for each participant.
do $$
declare
  guess record;
begin
  for guess in
    select * from (values
      ('contact', 'account_id', 1), ('contact', 'id', -1), ('contact', 'name_key', -0.9),
      ('contact_address', 'account_id', 1), ('contact_address', 'id', -1), ('contact_address', 'contact_id', -0.6),
      ('contact_address', 'address', -0.9), ('contact_address', 'address_key', -0.9),
      ('contact_tag', 'account_id', 1), ('contact_tag', 'contact_id', -0.6),
      ('contact_choice', 'account_id', 1), ('contact_choice', 'person_key', -1),
      ('participant_contact_candidate', 'account_id', 1), ('participant_contact_candidate', 'participant_id', -0.5),
      ('participant_contact_candidate', 'contact_id', -0.5),
      ('participant', 'phone', -0.5), ('participant', 'email_key', -0.5), ('participant', 'name_key', -0.5)
    ) g (table_name, column_name, n_distinct)
    -- Hardly any contact is merged into another.
    cross join lateral (select 0 as nulls) n
    union all select 'contact', 'merged_into', -0.01, 0.99
  loop
    perform pg_restore_attribute_stats(
      'schemaname', 'public', 'relname', guess.table_name, 'attname', guess.column_name, 'inherited', false,
      'version', 180000, 'null_frac', guess.nulls::real, 'avg_width', 16, 'n_distinct', guess.n_distinct::real);
  end loop;
end $$;

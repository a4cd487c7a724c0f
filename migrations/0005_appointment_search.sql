-- Search in appointments by a part of any word, by index although row-level security is on.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create index appointment_search on appointment using gin (account_id, search_text gin_trgm_ops);

create function appointment_matching(patterns text[]) returns uuid[]
  language plpgsql stable parallel restricted security definer
  set search_path = pg_catalog, public
as $$
declare
  found_ids uuid[];
begin
  -- Executed as text so that each call is planned for its own pattern: one of three letters is
  -- looked up in the index, one of a single letter is not.
  execute
    'select coalesce(array_agg(id), ''{}'') from appointment
      where account_id = $1 and search_text like $2[1] and search_text like all ($2)'
    into found_ids
    using current_account(), patterns;
  return found_ids;
end $$;
revoke all on function appointment_matching from public;
grant execute on function appointment_matching to headsup_app, headsup_engine;
comment on function appointment_matching is
  'Appointments of this transaction''s account whose search_text is like all patterns; the most telling pattern first. '
  'It runs as the owner: LIKE is not leakproof, and under row-level security it would lose its index.';

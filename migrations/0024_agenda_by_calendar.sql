-- The agenda of one calendar, of however many: its pages in order of time, and how many there are.

create index appointment_calendar on appointment (account_id, calendar_id, starts_at, id);

-- A search gives what the agenda is ordered and narrowed by, so that what is found is not looked up once more; and each
-- word narrows it in the index, not the longest alone.
create function appointments_like(patterns text[])
  returns table (account_id uuid, id uuid, calendar_id uuid, starts_at timestamptz)
  language plpgsql stable parallel restricted security definer
  set search_path = pg_catalog, public
as $$
begin
  -- Executed as text so that each call is planned for its own patterns: one of three letters is
  -- looked up in the index, one of a single letter is not.
  return query execute
    'select a.account_id, a.id, a.calendar_id, a.starts_at from appointment a where a.account_id = $1'
    || (select string_agg(' and a.search_text like $2[' || n || ']', '') from generate_subscripts(patterns, 1) n)
    using current_account(), patterns;
end $$;
revoke all on function appointments_like from public;
grant execute on function appointments_like to headsup_app, headsup_engine;
comment on function appointments_like is
  'Appointments of this transaction''s account whose search_text is like all patterns, of which there is at least one. '
  'It runs as the owner: LIKE is not leakproof, and under row-level security it would lose its index.';

create or replace function appointment_matching(patterns text[]) returns uuid[]
  language sql stable parallel restricted
  return (select coalesce(array_agg(a.id), '{}') from appointments_like(patterns) a);
comment on function appointment_matching is 'The ids of appointments_like.';

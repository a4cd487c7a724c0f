-- A search that fills one page of the agenda: the first matches from a place on, in order of time.

-- With the order and the bound in its own statement, the planner walks on in order of time where a word is common, and
-- looks the word up where it is rare (of 100,000 with 12,500 matches: 2 ms instead of 25).
create function appointments_like_next(
    patterns text[], earliest timestamptz, before timestamptz, calendars uuid[],
    after_start timestamptz, after_id uuid, most integer)
  returns table (account_id uuid, id uuid, calendar_id uuid, starts_at timestamptz)
  language plpgsql stable parallel restricted security definer
  set search_path = pg_catalog, public
as $$
begin
  return query execute
    'select a.account_id, a.id, a.calendar_id, a.starts_at from appointment a where a.account_id = $1'
    || (select string_agg(' and a.search_text like $2[' || n || ']', '') from generate_subscripts(patterns, 1) n)
    || case when earliest is not null then ' and a.starts_at >= $3' else '' end
    || case when before is not null then ' and a.starts_at < $4' else '' end
    || case when calendars is not null then ' and a.calendar_id = any ($5)' else '' end
    || case when after_id is not null then ' and (a.starts_at, a.id) > ($6, $7)' else '' end
    || ' order by a.starts_at, a.id limit $8'
    using current_account(), patterns, earliest, before, calendars, after_start, after_id, most;
end $$;
revoke all on function appointments_like_next from public;
grant execute on function appointments_like_next to headsup_app, headsup_engine;
comment on function appointments_like_next is
  'The first so many of appointments_like in order of (starts_at, id): from earliest on, before another time, on some '
  'calendars, behind a place; each of these may be null.';

-- How many appointments each day has, for the marks of a month; days without one are missing. :{condition} is the
-- filter, with its first and last day; with a text to look for, :{source} is what was found. Each is put between the
-- midnights of the days, which is a third of the work of asking for its day in the zone (15 against 45 ms for 23,000).
-- Served by appointment_agenda or appointment_calendar alone, or appointment_search.
with midnights as materialized (
  select array_agg((:{from} + n)::timestamp at time zone :{zone} order by n) as at
    from generate_series(0, :{to} - :{from}) n
)
select to_char(:{from} + bucket - 1, 'YYYY-MM-DD') as day, matching
  from (
    select width_bucket(a.starts_at, (select at from midnights)) as bucket, count(*)::int as matching
      from :{source} a
     where :{condition}
     group by 1) counted
 order by bucket

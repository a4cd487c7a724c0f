-- How the outcomes of a broadcast came about, in at most sixty steps: the changes of each, what was before
-- them among the first. $1 account, $2 broadcast, $3 now. Served by the primary keys of broadcast, broadcast_history and
-- broadcast_count_delta, never by its deliveries. It begins where the first delivery moved; without one there are no rows.
with moves as materialized (
  select at, outcome, n from broadcast_history where account_id = $1 and broadcast_id = $2
  union all
  -- Not folded yet, which may be never where the process that was to do it has gone.
  select date_trunc('second', coalesce(b.finished_at, $3::timestamptz)), d.outcome, d.n
    from broadcast_count_delta d
    join broadcast b on b.account_id = $1 and b.id = $2
   where d.account_id = $1 and d.broadcast_id = $2
),
span as (
  select min(at) filter (where outcome not in ('waiting', 'left_out')) as begun, max(at) as ended from moves
),
step as (
  select s.begun, s.ended,
         (select min(w) from unnest('{1 second,5 seconds,15 seconds,1 minute,5 minutes,15 minutes,1 hour,6 hours,1 day,7 days,30 days,365 days}'::interval[]) w
           where w * 60 > s.ended - s.begun) as width
    from span s
   where s.begun is not null
)
select iso(t.begun) as begun, iso(t.ended) as ended, extract(epoch from t.width)::int as seconds, m.outcome, sum(m.n)::bigint as n,
       greatest(0, floor(extract(epoch from m.at - t.begun) / extract(epoch from t.width)))::int as place
  from step t cross join moves m
 group by t.begun, t.ended, t.width, m.outcome, place
having sum(m.n) <> 0
 order by place

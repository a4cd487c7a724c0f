-- Adds the deltas of a broadcast's counts into one row an outcome, and into its history under the time of this fold.
-- $1 account, $2 broadcast, $3 now. Served by the primary keys of the three tables.
with gone as (
  delete from broadcast_count_delta where account_id = $1 and broadcast_id = $2
  returning channel, outcome, n
),
-- When the first delivery moved: what was planned, and waited, comes before that.
begun as (
  select min(at) as at from broadcast_history
   where account_id = $1 and broadcast_id = $2 and outcome not in ('waiting', 'left_out')
),
remembered as (
  insert into broadcast_history as h (account_id, broadcast_id, at, outcome, n)
  select $1, $2, date_bin(history_step($3::timestamptz - coalesce(b.at, $3::timestamptz)), $3::timestamptz, 'epoch'), g.outcome, g.n
    from (select outcome, sum(n) as n from gone group by outcome having sum(n) <> 0) g
    cross join begun b
   order by g.outcome
  on conflict (account_id, broadcast_id, at, outcome) do update set n = h.n + excluded.n
)
insert into broadcast_count as c (account_id, broadcast_id, channel, outcome, n)
select $1, $2, channel, outcome, sum(n) from gone group by channel, outcome order by channel, outcome
on conflict (account_id, broadcast_id, channel, outcome) do update set n = c.n + excluded.n

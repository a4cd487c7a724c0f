-- Ends a broadcast that was taken and not sent, as carriers do: most of it arrived. $1 account, $2 broadcast.
with ended as (
  update delivery d
     set state = o.state::delivery_state, failure = o.failure::failure_reason, not_before = now(), wait_reason = null,
         attempts = 1, changed_at = now()
    from (select id, abs(hashtext(id::text)) % 100 as n from delivery where account_id = $1 and broadcast_id = $2) drawn
    cross join lateral (
      select case when n < 91 then 'delivered' when n < 94 then 'sent' when n < 99 then 'undelivered' else 'uncertain' end as state,
             case when n between 94 and 98 then 'unreachable' end as failure) o
   where d.account_id = $1 and d.id = drawn.id and d.state = 'ready'
  returning d.channel, outcome_of(d.state) as outcome
),
forgotten as (
  delete from broadcast_count_delta where account_id = $1 and broadcast_id = $2
),
counted as (
  insert into broadcast_count (account_id, broadcast_id, channel, outcome, n)
  select $1, $2, channel, outcome, count(*) from ended group by channel, outcome
  on conflict (account_id, broadcast_id, channel, outcome) do update set n = excluded.n
),
asleep as (
  update lane set wake_at = null where account_id = $1 and broadcast_id = $2
)
update broadcast set state = 'sent', send_at = now() - interval '1 hour', finished_at = now() where account_id = $1 and id = $2

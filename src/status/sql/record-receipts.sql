-- Receipts of one account: each is kept once, and moves its delivery forward. A final state never
-- moves back, so that receipts may come late, twice or out of order.
-- $1 account, $2 now; as arrays: $3 attempt, $4 state, $5 reason, $6 code, $7 answer, $8 answered by, $9 when,
-- $10 provider and $11 its own id of the message, for those that name no attempt
-- Served by the primary keys of attempt and delivery, and attempt_unique_ref; runs on the ledger's pool.
with given as (
  select *
    from unnest($3::uuid[], $4::receipt_state[], $5::failure_reason[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
                $10::uuid[], $11::text[]) with ordinality
      as t (named, state, reason, code, answer, answered_by, occurred_at, provider_id, ref, place)
),
known as materialized (
  select g.*, a.id as attempt_id, a.delivery_id, a.number
    from given g
    join attempt a on a.account_id = $1 and a.id = g.named
  union all
  -- By the provider's own id, where it names no attempt, or one of a ledger that was lost.
  select g.*, a.id, a.delivery_id, a.number
    from given g
    join attempt a on a.account_id = $1 and a.provider_id = g.provider_id and a.unique_ref = g.ref
   where not exists (select from attempt n where n.account_id = $1 and n.id = g.named)
),
locked as materialized (
  -- Deliveries first and in order, as tick.sql does: the two never wait for each other in a ring.
  select d.id, d.state, d.attempts
    from (select distinct delivery_id from known) k
    join delivery d on d.account_id = $1 and d.id = k.delivery_id
   order by d.id
     for no key update of d
),
kept as (
  insert into receipt (account_id, attempt_id, state, reason, code, answer, answered_by, occurred_at, received_at)
  select $1, attempt_id, state, reason, code, answer, answered_by, occurred_at, $2::timestamptz from known
  on conflict (account_id, attempt_id, state, code) do nothing
),
last_word as materialized (
  select distinct on (attempt_id) known.*
    from (select count(*) as n from locked) l cross join known
   where l.n > 0
   order by attempt_id, state = 'sent', occurred_at
),
taken as (
  -- A receipt proves that the provider took it, whatever became of its answer.
  update attempt a set state = 'accepted', closed_at = $2::timestamptz, reason = null, settle_at = null
    from last_word w
   where a.account_id = $1 and a.id = w.attempt_id
     and a.state not in ('accepted', 'rejected', 'written_off')
),
moved as (
  -- Only the newest attempt moves its delivery. One that waits to go again needs not go any more.
  update delivery d
     set state = w.state::text::delivery_state,
         failure = case when w.state = 'undelivered' then coalesce(w.reason, 'unknown') end,
         answered_by = coalesce(w.answered_by, d.answered_by),
         claim_id = null, lease_until = null, wait_reason = null, changed_at = $2::timestamptz
    from last_word w
    join locked k on k.id = w.delivery_id and k.attempts = w.number
   where d.account_id = $1 and d.id = k.id
     and (k.state in ('submitting', 'uncertain', 'accepted')
          or (k.state in ('ready', 'claimed') and w.state <> 'undelivered')
          or (k.state in ('sent', 'written_off') and w.state <> 'sent'))
  returning d.broadcast_id, d.channel, old.state as was, d.state as became
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, broadcast_id, channel, outcome, sum(n)
    from (select broadcast_id, channel, outcome_of(was) as outcome, -1 as n from moved
          union all
          select broadcast_id, channel, outcome_of(became), 1 from moved) m
   group by broadcast_id, channel, outcome
  having sum(n) <> 0
)
-- The broadcasts that moved, and the places of the receipts that are of no attempt.
select array(select distinct broadcast_id from moved) as moved,
       array(select place::integer from given where place not in (select place from known)) as nameless

-- Receipts of one account: each is kept once, and moves its delivery forward. A final state never
-- moves back, so that receipts may come late, twice or out of order.
-- $1 account, $2 now; as arrays: $3 attempt, $4 state, $5 reason, $6 code, $7 answer, $8 answered by, $9 when,
-- $10 provider and $11 its own id of the message, for those that name no attempt
-- Served by the primary keys of attempt and delivery, and attempt_unique_ref, and by number_line's; runs on the ledger's pool.
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
  select d.id, d.state, d.attempts, d.broadcast_id, d.lane_id, d.channel, d.redials, d.redial_of, d.expires_at
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
  -- A receipt proves that the provider took it, whatever became of its answer, and even if a person
  -- wrote it off or the provider did not know of it.
  update attempt a
     set state = 'accepted', closed_at = coalesce(a.closed_at, $2::timestamptz), reason = null, settle_at = null,
         provider_ref = coalesce(a.provider_ref, w.ref),
         unique_ref = coalesce(a.unique_ref, case when w.provider_id = a.provider_id and not exists (
           select from attempt h where h.account_id = $1 and h.provider_id = w.provider_id and h.unique_ref = w.ref)
           then w.ref end)
    from last_word w
   where a.account_id = $1 and a.id = w.attempt_id
     and (a.state in ('submitting', 'uncertain', 'written_off')
          or a.state = 'rejected' and a.reason = 'answer_lost')
),
moved as (
  -- Only the newest attempt moves its delivery. One that waits to go again needs not go any more, but
  -- for a call that is made again because of this very attempt: of that, all has been said. again.at:
  -- a busy line or no answer is called again, so often as the sender asked.
  update delivery d
     set state = case when again.at is null then w.state::text::delivery_state else 'ready' end,
         not_before = coalesce(again.at, d.not_before),
         wait_reason = case when again.at is not null then 'redial'::wait_reason end,
         redials = d.redials + (again.at is not null)::int,
         redial_of = case when again.at is not null then w.number else d.redial_of end,
         failure = case when w.state = 'undelivered' then coalesce(w.reason, 'unknown') end,
         answered_by = coalesce(w.answered_by, d.answered_by),
         claim_id = null, lease_until = null, changed_at = $2::timestamptz
    from last_word w
    join locked k on k.id = w.delivery_id and k.attempts = w.number
    left join lateral (
      select $2::timestamptz + make_interval(mins => (b.redial ->> 'minutes')::int) as at,
             coalesce(k.expires_at, b.expires_at) as too_late
        from broadcast b
        join lane l on l.account_id = $1 and l.id = k.lane_id and l.canceled_at is null
       where k.channel = 'voice' and w.state = 'undelivered' and w.reason in ('busy', 'no_answer')
         and b.account_id = $1 and b.id = k.broadcast_id and k.redials < (b.redial ->> 'times')::int) again
      on again.at < again.too_late
   where d.account_id = $1 and d.id = k.id and k.redial_of is distinct from w.number
     and (k.state in ('submitting', 'uncertain', 'accepted', 'written_off')
          or (k.state in ('ready', 'claimed') and w.state <> 'undelivered')
          or (k.state = 'sent' and w.state <> 'sent'))
  returning d.broadcast_id, d.lane_id, d.channel, d.address, d.not_before, d.is_watched, d.failure,
            old.state as was, d.state as became
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, broadcast_id, channel, outcome, sum(n)
    from (select broadcast_id, channel, outcome_of(was) as outcome, -1 as n from moved
          union all
          select broadcast_id, channel, outcome_of(became), 1 from moved) m
   group by broadcast_id, channel, outcome
  having sum(n) <> 0
),
learned as (
  -- What a text's fate says of its number: that it takes none; and that it does, where somebody would
  -- be called if it did not, or something else was believed.
  insert into number_line (account_id, number, takes_texts, source, learned_at, expires_at)
  select distinct on (m.address) $1, m.address, m.became = 'delivered',
         case m.became when 'delivered' then 'success'::line_source else 'failure' end,
         $2::timestamptz, $2::timestamptz + interval '180 days'
    from moved m
   where m.channel = 'sms'
     and (m.became = 'undelivered' and m.failure = 'not_sms_capable'
          or m.became = 'delivered'
             and (m.is_watched or exists (
                   select from number_line n where n.account_id = $1 and n.number = m.address and n.takes_texts is not true)))
   order by m.address, m.became = 'delivered' desc
  on conflict (account_id, number) do update
     set takes_texts = excluded.takes_texts, source = excluded.source,
         learned_at = excluded.learned_at, expires_at = excluded.expires_at
   where number_line.takes_texts is distinct from excluded.takes_texts
      or number_line.learned_at < excluded.learned_at - interval '30 days'
),
due as (
  -- Lanes that have work by this: the own one for a call made again, the fallback's for whom it did
  -- not reach, or of whom it is known only now that it went.
  select m.broadcast_id, l.id, min(case when m.became = 'ready' then m.not_before else $2::timestamptz end) as at
    from moved m
    join lane f on f.account_id = $1 and f.id = m.lane_id
    join lane l on l.account_id = $1 and l.broadcast_id = m.broadcast_id
               and case when m.became = 'ready' then l.id = f.id else l.channel = f.falls_to end
   where m.became = 'ready' or m.is_watched and (m.became = 'undelivered' or m.was = 'uncertain')
   group by m.broadcast_id, l.id
),
broadcast_locked as materialized (
  -- The broadcasts before their lanes, both in order and locked although they may be as they should, so
  -- that whoever lays a lane to sleep sees these receipts or is seen by them.
  select b.id, b.state from broadcast b
   where b.account_id = $1 and b.id in (select broadcast_id from due)
   order by b.id
     for no key update
),
reopened as (
  update broadcast b
     set state = 'sending', finished_at = null
    from broadcast_locked k
   where b.account_id = $1 and b.id = k.id and k.state = 'sent'
  returning b.id
),
lane_locked as materialized (
  select l.id, l.wake_at, d.at
    from (select id from broadcast_locked cross join (select count(*) from reopened) first) b
    join due d on d.broadcast_id = b.id
    join lane l on l.account_id = $1 and l.id = d.id
   order by l.id
     for no key update of l
),
woken as (
  update lane l set wake_at = k.at
    from lane_locked k
   where l.account_id = $1 and l.id = k.id and (k.wake_at is null or k.wake_at > k.at)
  returning l.broadcast_id
)
-- The broadcasts that moved, those of them whose fallbacks wait for fewer now, whether there is new
-- work, and the places of the receipts that are of no attempt.
select array(select distinct broadcast_id from moved) as moved,
       array(select distinct broadcast_id from moved where is_watched and became = 'delivered') as resting,
       exists (select from woken) as "hasWork",
       array(select place::integer from given where place not in (select place from known)) as nameless

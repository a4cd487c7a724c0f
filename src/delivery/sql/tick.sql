-- One tick of a lane: closes the attempts that were answered and opens the next ones, in one commit.
-- $1 account  $2 lane  $3 provider  $4 now  $6 end of an opened attempt's window  $7 deliveries to open  $5 the claim of each (the fence)
-- Answers, as arrays: $8 attempt  $9 delivery  $10 outcome (accepted, rejected, retryable, absent, uncertain)  $11 provider's id
-- $12 failure reason  $13 provider's code  $14 provider's words  $15 when to try again  $16 when to ask  $23 the provider, where its ids of messages are never used twice
-- What the process found of the deliveries to open, as arrays beside $7:
-- $17 why it must not be sent at all  $18 until when it must wait  $19 why
-- $20 version of the policy by which it found so  $21 messages an hour to an address that are too many  $22 speed of the lane
-- The transaction holds the account's door lock, so that this statement sees every STOP, pause and cancel that has
-- committed; where it does not, as after a begin that failed, nothing is opened.
-- Served by the primary keys of delivery and attempt, on the ledger's pool, whose plans are key look-ups.
with answered as (
  select *
    from unnest($8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::failure_reason[], $13::text[],
                $14::text[], $15::timestamptz[], $16::timestamptz[], $23::uuid[])
      as t (attempt_id, delivery_id, outcome, provider_ref, reason, code, answer, retry_at, settle_at, unique_at)
),
asked as (
  select * from unnest($7::uuid[], $5::uuid[], $17::text[], $18::timestamptz[], $19::wait_reason[]) as t (id, claim_id, shut, until, why)
),
locked as materialized (
  -- Deliveries first and in order, as record-receipts.sql does: the two never wait for each other in a ring.
  select d.id, d.broadcast_id, d.channel, d.address, d.state, d.claim_id, d.lease_until, d.expires_at,
         d.not_before, d.attempts, d.recipient_id, d.redials
    from unnest($7::uuid[] || $9::uuid[]) as k (id)
    join delivery d on d.account_id = $1 and d.id = k.id
   order by d.id
     for no key update of d
),
heard as materialized (
  -- Only once the deliveries are locked. is_held: another attempt has this message of the provider.
  select t.*, t.unique_at is not null and t.outcome = 'accepted' and t.provider_ref is not null and (
           exists (select from attempt h where h.account_id = $1 and h.provider_id = t.unique_at
                      and h.unique_ref = t.provider_ref and h.id <> t.attempt_id)
           or row_number() over (partition by t.unique_at, t.provider_ref order by t.attempt_id) > 1) as is_held
    from (select count(*) as n from locked) l cross join answered t
   where l.n > 0
),
live as materialized (
  -- One message of the provider is one attempt: whose id is another's was not found yet, and is asked about again.
  select attempt_id, delivery_id, code, retry_at,
         case when is_held then 'uncertain' else outcome end as outcome,
         case when not is_held then provider_ref end as provider_ref,
         case when not is_held and outcome = 'accepted' and unique_at is not null then provider_ref end as unique_ref,
         case when is_held then 'answer_lost'::failure_reason else reason end as reason,
         case when is_held then concat('What it gave is the message of another attempt: ', provider_ref, '. ', answer)
              else answer end as answer,
         case when is_held or outcome = 'uncertain' then settle_at end as settle_at
    from heard
),
gate as materialized (
  -- What holds for the whole lane. stale: the process decided by a policy or speed that has changed since.
  select b.has_appointments, b.expires_at, l.fallback_for, l.gap_until, l.despite_stop,
         case when l.kind = 'broadcast' then p.person_daily end as daily,
         not l.despite_stop and exists (select from erased_suppression e where e.account_id = $1) as has_marks,
         l.channel = any (p.explicit_consent) and not l.despite_stop as wants_consent,
         (b.redial ->> 'times')::int as redial_times,
         make_interval(mins => (b.redial ->> 'minutes')::int) as redial_after,
         case when l.canceled_at is not null then 'canceled'
              when l.paused_at is not null then 'paused'
              when p.version is distinct from $20::bigint or l.per_minute is distinct from $22::integer
                or current_setting('headsup.door', true) is distinct from ($1::uuid)::text then 'stale'
         end as shut
    from lane l
    join broadcast b on b.account_id = $1 and b.id = l.broadcast_id
    left join sending_policy p on p.account_id = $1
   where l.account_id = $1 and l.id = $2
),
attempt_closed as (
  -- Whether it is open still is asked of the row itself, not of this statement's snapshot: meanwhile
  -- another worker may have closed it. One that a receipt closed before its answer came only learns
  -- the provider's id. That it was taken is believed however late it comes: after a person wrote it
  -- off, or the provider did not know of it.
  update attempt a
     set state = case t.outcome when 'accepted' then 'accepted'::attempt_state
                                when 'uncertain' then 'uncertain' else 'rejected' end,
         closed_at = case when t.outcome <> 'uncertain' then coalesce(a.closed_at, $4::timestamptz) end,
         provider_ref = coalesce(t.provider_ref, a.provider_ref),
         unique_ref = coalesce(t.unique_ref, a.unique_ref),
         reason = t.reason, code = t.code, answer = t.answer, settle_at = t.settle_at
    from live t
   where a.account_id = $1 and a.id = t.attempt_id
     and a.id = any ($8::uuid[]) -- Said twice: a plan made while the table was empty looks up keys too.
     and (a.state in ('submitting', 'uncertain')
          or (t.outcome = 'accepted'
              and (a.state = 'accepted' and a.answer is null
                   or a.state = 'written_off'
                   or a.state = 'rejected' and a.reason = 'answer_lost')))
  returning t.*, a.number, old.state as attempt_was
),
delivery_closed as (
  -- redial_at: a busy line or no answer is called again, so often as the sender asked.
  update delivery d
     set state = case
           when t.outcome = 'accepted' then 'accepted'::delivery_state
           when t.outcome = 'uncertain' then 'uncertain'
           when coalesce(t.retry_at, redial_at) is not null then 'ready'
           else 'failed' end,
         not_before = coalesce(t.retry_at, redial_at, d.not_before),
         wait_reason = case when t.retry_at is not null then 'retry'::wait_reason
                            when redial_at is not null then 'redial' end,
         redials = d.redials + (redial_at is not null)::int,
         redial_of = case when redial_at is not null then d.attempts else d.redial_of end,
         failure = case when t.outcome = 'accepted' then null else t.reason end,
         claim_id = null, lease_until = null, changed_at = $4::timestamptz
    from attempt_closed t
    join locked k on k.id = t.delivery_id
    cross join gate g
    cross join lateral (
      select case when t.outcome = 'rejected' and t.reason in ('busy', 'no_answer') and k.redials < g.redial_times
                   and g.shut is distinct from 'canceled'
                   and $4::timestamptz + g.redial_after < coalesce(k.expires_at, g.expires_at)
                  then $4::timestamptz + g.redial_after end as redial_at) again
   where d.account_id = $1 and d.id = k.id
     and (t.attempt_was in ('submitting', 'uncertain') and k.state in ('submitting', 'uncertain')
          -- A late word counts while no other attempt has been made; one that waits to go again need not.
          or t.attempt_was in ('written_off', 'rejected') and k.attempts = t.number
             and k.state not in ('accepted', 'sent', 'delivered', 'undelivered'))
  returning d.broadcast_id, d.channel, d.is_watched, old.state as was, d.state as became
),
remembered as (
  -- What reached somebody, or may have: the burst alarm counts it.
  insert into contacted (account_id, channel, address, at, attempt_id)
  select $1, k.channel, address_key(k.address), $4::timestamptz, t.attempt_id
    from attempt_closed t
    join locked k on k.id = t.delivery_id
   where t.outcome in ('accepted', 'uncertain')
  on conflict do nothing
),
learned as (
  -- A number that takes no texts is remembered for half a year: from then on a call can go there at once.
  insert into number_line (account_id, number, takes_texts, source, learned_at, expires_at)
  select distinct $1, k.address, false, 'failure'::line_source, $4::timestamptz, $4::timestamptz + interval '180 days'
    from attempt_closed t
    join locked k on k.id = t.delivery_id
   where t.outcome = 'rejected' and t.reason = 'not_sms_capable' and k.channel = 'sms'
   order by k.address
  on conflict (account_id, number) do update
     set takes_texts = excluded.takes_texts, source = excluded.source,
         learned_at = excluded.learned_at, expires_at = excluded.expires_at
),
door as materialized (
  -- What may be one too many of a day waits for what becomes of those on the wire.
  select k.id, coalesce(a.until, $4::timestamptz + interval '2 seconds') as until, coalesce(a.why, 'cap') as why,
         coalesce(g.shut, case
           -- It was claimed before the gap was found, and is put in doubt at the next visit.
           when k.not_before < g.gap_until then 'stale'
           when coalesce(k.expires_at, g.expires_at) <= $4::timestamptz then 'expired'
           when not g.despite_stop and exists (select from suppression s where s.account_id = $1
                         and s.channel = k.channel and s.address = lower(k.address)) then 'opted_out'
           when g.has_marks and is_marked_erased($1, k.channel, k.address) then 'opted_out'
           when g.wants_consent and (select c.state = 'granted' and c.basis = 'explicit' from consent c where c.account_id = $1
                  and c.channel = k.channel and c.address = lower(k.address) order by c.id desc limit 1) is not true then 'consent_missing'
           -- Who declined one is not told of it; null where it stands for none.
           when g.has_appointments and (select bool_and(a.status = 'cancelled')
                  from delivery_subject s join appointment a on a.account_id = $1 and a.id = s.appointment_id
                  join participant p on p.account_id = $1 and p.id = s.participant_id and not p.has_declined where s.account_id = $1 and s.delivery_id = k.id) then 'appointment_cancelled'
           when g.fallback_for is not null
            and exists (select from delivery o where o.account_id = $1 and o.recipient_id = k.recipient_id
                         and o.channel = g.fallback_for and o.state = 'delivered')
            and not exists (select from exclusion e where e.account_id = $1 and e.delivery_id = k.id) then 'reached_meanwhile' end,
           a.shut, daily_cap($1, k.broadcast_id, k.id, k.channel, k.address, $4, row_number() over same_address, g.daily), case
           when a.until is not null then 'wait'
           when (select count(*) from (
                   select from contacted c
                    where c.account_id = $1 and c.channel = k.channel and c.address = address_key(k.address)
                      -- As a difference, so that no plan made while the table was empty goes by its age alone.
                      and c.at - $4::timestamptz > interval '-1 hour' limit $21::integer) lately)
                + row_number() over same_address > $21::integer then 'burst' end) as shut
    from gate g cross join locked k join asked a on a.id = k.id
   where k.state = 'claimed' and k.claim_id = a.claim_id and k.lease_until > $4::timestamptz
     -- One of which a late word comes just now is not opened.
     and not (k.id = any ($9::uuid[]))
  window same_address as (partition by address_key(k.address) order by k.id)
),
turned as (
  update delivery d
     set state = case
           when door.shut is null then 'submitting'::delivery_state
           when door.shut in ('paused', 'stale', 'wait', 'burst') then 'ready'
           when door.shut = 'expired' then 'expired'
           when door.shut in ('canceled', 'appointment_cancelled', 'reached_meanwhile') then 'canceled'
           when door.shut = 'render_failed' then 'failed'
           else 'suppressed' end,
         failure = case when door.shut not in ('paused', 'stale', 'wait', 'burst') then door.shut::failure_reason end,
         attempts = d.attempts + (door.shut is null)::int,
         not_before = case when door.shut = 'wait' then door.until else d.not_before end,
         wait_reason = case when door.shut = 'wait' then door.why end,
         claim_id = case when door.shut is null then d.claim_id end,
         lease_until = null, changed_at = $4::timestamptz
    from door
   where d.account_id = $1 and d.id = door.id
  returning d.id, d.broadcast_id, d.channel, d.attempts, d.redials, d.is_watched, door.shut, old.state as was, d.state as became
),
opened as (
  insert into attempt (account_id, id, delivery_id, number, provider_id, opened_at, window_until)
  select $1, uuidv7(), t.id, t.attempts, $3, $4::timestamptz, $6::timestamptz
    from turned t where t.became = 'submitting'
  returning id, delivery_id, number
),
moved as (
  select broadcast_id, channel, is_watched, was, became from delivery_closed
  union all
  select broadcast_id, channel, is_watched, was, became from turned
),
fallen as (
  -- Whom this channel did not reach, or may not after all: its fallback's turn. is_back: what was uncertain goes
  -- again, and this lane may sleep for good.
  select broadcast_id, bool_or(was = 'uncertain') as was_closed, bool_or(became = 'ready') as is_back
    from moved
   where is_watched and (became = 'failed' or became = 'accepted' and was = 'uncertain')
      or was = 'uncertain' and became = 'ready'
   group by broadcast_id
),
reopened as (
  -- What was uncertain may have been all that was open.
  update broadcast b
     set state = case b.state when 'sent' then 'sending' else b.state end,
         finished_at = case when b.state <> 'sent' then b.finished_at end
    from fallen f
   where b.account_id = $1 and b.id = f.broadcast_id and f.was_closed
  returning b.id
),
next_lane as materialized (
  -- The broadcast before its lane. Locked although it may be awake, so that whoever lays it to sleep
  -- (for update) sees this tick or is seen by it; ticks do not wait for each other here.
  select l.id, l.wake_at
    from (select f.broadcast_id, f.is_back from fallen f cross join (select count(*) from reopened) first) f
    join lane o on o.account_id = $1 and o.id = $2
    join lane l on l.account_id = $1 and l.broadcast_id = f.broadcast_id
               and (l.channel = o.falls_to or f.is_back and l.id = o.id)
     for key share of l
),
woken as (
  update lane l set wake_at = least(l.wake_at, $4::timestamptz)
    from next_lane f
   where l.account_id = $1 and l.id = f.id and (f.wake_at is null or f.wake_at > $4::timestamptz)
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
-- What was opened, and what was not, with the reason.
select o.id as "attemptId", t.id as "deliveryId", t.attempts as number, t.redials, t.shut
  from turned t
  left join opened o on o.delivery_id = t.id

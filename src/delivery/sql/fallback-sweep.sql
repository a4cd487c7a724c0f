-- A bounded part of the deliveries and exclusions that a fallback watches is decided: for whom the
-- channel before it did not reach, its own delivery is made, or it is said why there is none.
--
-- $1 account  $2 the fallback's lane  $3 now  $4 providers that report what became of a message
-- $5 paths in the recipient's fields that must not be empty for the fallback's text  $6 at most so many
--
-- Not reached: failed, undelivered, written off by a person, left out for want of a usable address;
-- (a fallback for certain failures alone leaves all others be); and silent for too long, where the provider would have said more. Not: opted out, taken back, expired,
-- nor once the message before it is no longer valid. Served by delivery_fallen, delivery_silent,
-- exclusion_watched, exclusion_stood_for and primary keys. Sweeps of a lane take turns (sweep-fallback.ts),
-- so that what this statement sees of the fallback's deliveries is all there is.
with lanes as materialized (
  select l.id, l.broadcast_id, l.channel, l.falls_to, b.valid_minutes, f.id as from_id, f.channel as from_channel, f.falls_for,
         make_interval(mins => f.silence_minutes) as silence, b.expires_at, b.send_at,
         (select p.explicit_consent from sending_policy p where p.account_id = $1) as explicit_consent,
         case when b.send_at_local then b.send_at_wall::timestamp end as local_start
    from lane l
    join broadcast b on b.account_id = $1 and b.id = l.broadcast_id
    join lane f on f.account_id = $1 and f.broadcast_id = l.broadcast_id and f.channel = l.fallback_for
   where l.account_id = $1 and l.id = $2 and l.paused_at is null and l.canceled_at is null
),
due as (
  (select d.id
     from lanes l
     join delivery d on d.account_id = $1 and d.lane_id = l.from_id
                    and d.is_watched and d.state in ('undelivered', 'failed', 'written_off')
    limit $6)
  union all
  (select d.id
     from lanes l
     join delivery d on d.account_id = $1 and d.lane_id = l.from_id and d.changed_at <= $3::timestamptz - l.silence
                    and d.is_watched and d.state in ('accepted', 'sent')
    where $4::uuid[] <> '{}'
    limit $6)
),
decided as materialized (
  -- What a tick or a receipt holds right now is left for another time; the rest is asked again once locked.
  select d.id, d.recipient_id, d.copy, d.fields, d.state, d.failure, d.attempts,
         d.changed_at + case when d.state in ('accepted', 'sent') then l.silence else '0' end as missed_at,
         coalesce(d.expires_at, l.expires_at) + coalesce(l.silence, '0') as too_late
    from lanes l
    join delivery d on d.account_id = $1 and d.id = any (array(select id from due))
   where d.is_watched
     and (d.state in ('undelivered', 'failed', 'written_off')
          or d.state in ('accepted', 'sent') and d.changed_at <= $3::timestamptz - l.silence)
   order by d.id
     for no key update of d skip locked
),
left_out as materialized (
  select e.recipient_id, e.participants
    from lanes l
    join exclusion e on e.account_id = $1 and e.broadcast_id = l.broadcast_id and e.channel = l.from_channel and e.is_watched
   order by e.recipient_id
   limit $6
     for no key update of e skip locked
),
unwatched as (
  update delivery d set is_watched = false from decided k where d.account_id = $1 and d.id = k.id
),
unwatched_exclusion as (
  update exclusion e set is_watched = false
    from left_out k, lanes l
   where e.account_id = $1 and e.broadcast_id = l.broadcast_id and e.recipient_id = k.recipient_id
     and e.channel = l.from_channel
),
missed as materialized (
  -- Somebody with two numbers was reached by the other one, or may be still.
  select k.id, k.recipient_id, k.copy, k.fields, k.missed_at
    from decided k
    cross join lanes l
   where (l.falls_for is null or k.failure = any (l.falls_for))
     and k.failure is distinct from 'opted_out' and $3::timestamptz < k.too_late
     and (k.state in ('undelivered', 'failed', 'written_off')
          or exists (select from attempt a where a.account_id = $1 and a.delivery_id = k.id
                        and a.number = k.attempts and a.provider_id = any ($4::uuid[])))
     and not exists (
       select from delivery o
        where o.account_id = $1 and o.recipient_id = k.recipient_id and o.lane_id = l.from_id
          and (o.state = 'delivered' or o.is_watched and not exists (select from decided s where s.id = o.id)))
),
stood_for as materialized (
  select m.id, m.copy, m.missed_at, e.recipient_id, e.participants
    from missed m
    join exclusion e on e.account_id = $1 and e.delivery_id = m.id
),
person as materialized (
  -- missed_at: since when it could have been sent; a ledger that was set back in time doubts it by that.
  select m.recipient_id, m.copy, m.fields, m.missed_at,
         array(select s.participant_id from delivery_subject s where s.account_id = $1 and s.delivery_id = m.id
               except
               select unnest(o.participants) from stood_for o where o.id = m.id) as participants
    from missed m
  union all
  select recipient_id, copy, null, missed_at, participants from stood_for
  union all
  select k.recipient_id, r.copy, null, l.send_at, k.participants
    from left_out k
    cross join lanes l
    join recipient r on r.account_id = $1 and r.id = k.recipient_id
   where $3::timestamptz < l.expires_at
),
judged as materialized (
  select p.recipient_id, p.copy, p.participants, p.missed_at, r.name, r.time_zone, p.fields as own_fields, a.address,
         address_key(a.address) as address_key,
         (case when a.address is null then 'no_address'
               -- What was learned of the number since goes before what was known when its person was written.
               when l.channel = 'sms' and not coalesce(
                 (select k.takes_texts from number_line k
                   where k.account_id = $1 and k.number = a.address and k.expires_at > $3::timestamptz),
                 a.takes_texts, true) then 'not_sms_capable'
               when exists (select from suppression s where s.account_id = $1
                             and s.channel = l.channel and s.address = lower(a.address)) then 'opted_out'
               when l.channel = any (l.explicit_consent)
                and (select c.state = 'granted' and c.basis = 'explicit' from consent c
                      where c.account_id = $1 and c.channel = l.channel and c.address = lower(a.address)
                      order by c.id desc limit 1) is not true then 'consent_missing'
               when a.empty_field is not null then 'empty_field' end)::exclusion_reason as reason,
         coalesce(a.empty_field, '') as empty_field
    from person p
    cross join lanes l
    join recipient r on r.account_id = $1 and r.id = p.recipient_id
    cross join lateral (
      select case l.channel when 'email' then f.fields #>> '{participant,email}'
                            when 'sms' then coalesce(f.fields #>> '{participant,text_phone}', f.fields #>> '{participant,phone}')
                            else f.fields #>> '{participant,phone}' end as address,
             (f.fields #>> '{participant,takes_texts}')::boolean as takes_texts,
             (select path from unnest($5::text[]) path
               where coalesce(f.fields #>> string_to_array(path, '.'), '') = '' limit 1) as empty_field
        from (select coalesce(p.fields, r.fields) as fields) f) a
),
known as materialized (
  select j.recipient_id, j.address_key, j.copy, d.id, d.recipient_id as holder
    from judged j
    cross join lanes l
    join delivery d on d.account_id = $1 and d.broadcast_id = l.broadcast_id and d.channel = l.channel
                   and address_key(d.address) = j.address_key and d.copy = j.copy
   where j.reason is null
),
made as (
  insert into delivery (account_id, broadcast_id, lane_id, recipient_id, channel, address, copy, fields,
                        not_before, wait_reason, expires_at, is_watched, created_at, changed_at)
  select distinct on (j.address_key, j.copy)
         $1, l.broadcast_id, l.id, j.recipient_id, l.channel, j.address, j.copy, j.own_fields,
         s.since, case when s.start > $3::timestamptz then 'scheduled'::wait_reason end,
         s.start + make_interval(mins => l.valid_minutes), l.falls_to is not null, $3::timestamptz, $3::timestamptz
    from judged j
    cross join lanes l
    cross join lateral (
      -- It may be made long before its time: only then it begins to be valid.
      select greatest($3::timestamptz, j.missed_at, l.local_start at time zone j.time_zone) as start,
             greatest(j.missed_at, l.local_start at time zone j.time_zone) as since) s
   where j.reason is null
     and not exists (select from known k where k.address_key = j.address_key and k.copy = j.copy)
   order by j.address_key, j.copy, j.recipient_id
  on conflict (account_id, broadcast_id, channel, address_key(address), copy) do nothing
  returning id, recipient_id, address, copy
),
holding as materialized (
  -- The delivery that stands for each person, be it another's.
  select j.recipient_id, j.participants, coalesce(m.id, k.id) as delivery_id, coalesce(m.recipient_id, k.holder) as holder
    from judged j
    left join made m on address_key(m.address) = j.address_key and m.copy = j.copy
    left join (select distinct id, holder, address_key, copy from known) k on k.address_key = j.address_key and k.copy = j.copy
   where j.reason is null
),
subject as (
  insert into delivery_subject (account_id, delivery_id, appointment_id, participant_id, recipient_id)
  select $1, h.delivery_id, p.appointment_id, p.id, h.recipient_id
    from holding h
    join participant p on p.account_id = $1 and p.id = any (h.participants)
  on conflict do nothing
),
excluded_now as (
  insert into exclusion (account_id, broadcast_id, recipient_id, channel, reason, detail,
                         is_watched, delivery_id, participants)
  select distinct on (x.recipient_id) $1, l.broadcast_id, x.recipient_id, l.channel, x.reason, x.detail,
         l.falls_to is not null and x.reason in ('no_address', 'not_sms_capable'), x.delivery_id, x.participants
    from lanes l
    cross join (
      select recipient_id, reason, case reason when 'empty_field' then empty_field else '' end as detail, null::uuid as delivery_id, participants
        from judged where reason is not null
      union all
      select h.recipient_id, 'duplicate', r.name, h.delivery_id, h.participants
        from holding h
        join recipient r on r.account_id = $1 and r.id = h.holder
       where h.holder <> h.recipient_id) x
   where not exists (select from holding h where h.holder = x.recipient_id)
     and not exists (select from delivery d where d.account_id = $1 and d.recipient_id = x.recipient_id and d.lane_id = l.id)
   order by x.recipient_id, x.reason = 'duplicate' desc
  on conflict (account_id, broadcast_id, recipient_id, channel) do nothing
  returning 1
),
counted as (
  insert into broadcast_count_delta (account_id, broadcast_id, channel, outcome, n)
  select $1, l.broadcast_id, l.channel, c.outcome, c.n
    from lanes l
    cross join (select 'waiting'::outcome as outcome, count(*) as n from made
                union all
                select 'left_out', count(*) from excluded_now) c
   where c.n > 0
)
select (select count(*) from decided) + (select count(*) from left_out) as decided

-- The next people of a broadcast, in the order of their keys, with a line for each of their deliveries and of the
-- channels that they were left out of, or one of nulls where none is wanted.
-- $1 account, $2 broadcast, $3 outcome, $4 channel, $5 pattern, $6 $7 after (person, copy), $8 people, $9 zone,
-- $10 replied or not.
-- Served by recipient's unique (account_id, broadcast_id, person_key, copy), delivery_recipient, exclusion's key,
-- attempt_delivery, inbound_delivery and receipt's unique (account_id, attempt_id, …): each batch costs the same, however many there are.
with people as materialized (
  select r.id, r.person_key, r.copy, r.name, r.fields
    from recipient r
   where r.account_id = $1 and r.broadcast_id = $2
     and ($6::text is null or (r.person_key, r.copy) > ($6, $7::uuid))
   order by r.person_key, r.copy
   limit $8
)
select p.person_key as "personKey", p.copy, p.name, line.*,
       tried.provider, case when said.id is null then tried.code else said.code end as code,
       case when said.id is null then tried.answer else said.answer end as answer,
       to_char(earliest.opened_at at time zone $9, 'YYYY-MM-DD HH24:MI:SS') as "firstTried",
       to_char(tried.opened_at at time zone $9, 'YYYY-MM-DD HH24:MI:SS') as "lastTried",
       to_char(line.changed_at at time zone $9, 'YYYY-MM-DD HH24:MI:SS') as changed,
       to_char(line.not_before at time zone $9, 'YYYY-MM-DD HH24:MI:SS') as "waitsUntil"
  from people p
  left join lateral (
    select every.*
      from (
        select d.id, d.channel, l.fallback_for as "insteadOf", d.address, outcome_of(d.state) as outcome, d.state, d.failure,
               case when d.state = 'ready' then d.wait_reason end as "waitReason",
               case when d.state = 'ready' and d.wait_reason is not null then d.not_before end as not_before,
               null::exclusion_reason as exclusion, '' as detail, d.attempts, d.answered_by as "answeredBy", d.changed_at,
               array(select k.meaning::text from delivery_key k
                      where k.account_id = $1 and k.delivery_id = d.id order by k.pressed_at) as keys,
               (select i.text from inbound i
                 where i.account_id = $1 and i.delivery_id = d.id order by i.id desc limit 1) as reply,
               case when $10::boolean is not null then exists (
                 select from delivery_reply y where y.account_id = $1 and y.delivery_id = d.id) end as replied
          from delivery d
          join lane l on l.account_id = $1 and l.id = d.lane_id
         where d.account_id = $1 and d.recipient_id = p.id and d.broadcast_id = $2
        union all
        select null, e.channel, l.fallback_for,
               case e.channel when 'email' then p.fields #>> '{participant,email}' else p.fields #>> '{participant,phone}' end,
               'left_out', null, null, null, null, e.reason, e.detail, 0, null, b.created_at, '{}', null, false
          from exclusion e
          join broadcast b on b.account_id = $1 and b.id = $2
          join lane l on l.account_id = $1 and l.broadcast_id = $2 and l.channel = e.channel
         where e.account_id = $1 and e.broadcast_id = $2 and e.recipient_id = p.id
      ) every
     where ($3::outcome is null or every.outcome = $3)
       and ($4::channel is null or every.channel = $4)
       and ($5::text is null or p.name ilike $5 or every.address ilike $5)
       and ($10::boolean is null or every.replied = $10)
  ) line on true
  left join lateral (
    select a.id, v.name as provider, a.opened_at, a.code, a.answer
      from attempt a
      join provider v on v.account_id = $1 and v.id = a.provider_id
     where a.account_id = $1 and a.delivery_id = line.id
     order by a.number desc limit 1) tried on true
  left join lateral (
    select a.opened_at from attempt a
     where a.account_id = $1 and a.delivery_id = line.id
     order by a.number limit 1) earliest on true
  left join lateral (
    select c.id, c.code, c.answer from receipt c
     where c.account_id = $1 and c.attempt_id = tried.id and (c.code is not null or c.answer is not null)
     order by c.occurred_at desc limit 1) said on true
 order by p.person_key, p.copy, line.channel, line.id

-- People of a broadcast by channel: deliveries and those left out, in order of name.
-- $1 account, $2 broadcast, $3 outcome, $4 channel, $5 pattern, $6 $7 after (name, key), $8 limit, $9 replied or
-- not.
-- Served by delivery's unique (account_id, broadcast_id, …), recipient's, exclusion's and delivery_reply's keys, and
-- lane_broadcast.
select *
  from (
    select d.id::text as id, r.id as "recipientId", r.name, d.channel, l.fallback_for as "insteadOf", d.address, outcome_of(d.state) as outcome,
           d.state::text as state, d.answered_by as "answeredBy",
           array(select k.meaning::text from delivery_key k
                   where k.account_id = $1 and k.delivery_id = d.id order by k.pressed_at) as keys,
           case when d.state = 'ready' then iso(d.not_before) end as "notBefore",
           case when d.state = 'ready' then d.wait_reason::text end as "waitReason",
           d.failure::text as failure, null::text as exclusion, '' as "exclusionDetail",
           iso(d.changed_at) as "changedAt", d.id::text as key,
           case when $9::boolean is not null then exists (
             select from delivery_reply y where y.account_id = $1 and y.delivery_id = d.id) end as replied
      from delivery d
      join recipient r on r.account_id = $1 and r.id = d.recipient_id
      join lane l on l.account_id = $1 and l.id = d.lane_id
     where d.account_id = $1 and d.broadcast_id = $2
    union all
    select r.id || '/' || e.channel, r.id, r.name, e.channel, l.fallback_for,
           case e.channel when 'email' then r.fields #>> '{participant,email}' else r.fields #>> '{participant,phone}' end,
           'left_out', null, null, '{}', null, null, null, e.reason::text, e.detail, iso(b.created_at), r.id || '/' || e.channel, false
      from exclusion e
      join recipient r on r.account_id = $1 and r.id = e.recipient_id
      join broadcast b on b.account_id = $1 and b.id = $2
      join lane l on l.account_id = $1 and l.broadcast_id = $2 and l.channel = e.channel
     where e.account_id = $1 and e.broadcast_id = $2
  ) people
 where ($3::outcome is null or outcome = $3)
   and ($4::channel is null or channel = $4)
   and ($5::text is null or name ilike $5 or address ilike $5)
   and ($9::boolean is null or replied = $9)
   and ($6::text is null or (name, key) > ($6, $7))
 order by name, key
 limit $8

-- Notes what somebody said by a key, once for each meaning, and counts it for the message. Whoever confirms
-- does so for everybody on their appointments for whom the call stands.
-- $1 account, $2 attempt, $3 meaning, $4 now. Served by the primary keys of attempt, delivery,
-- delivery_key and participant, and by delivery_subject_delivery.
with called as (
  select d.id, d.broadcast_id
    from attempt a
    join delivery d on d.account_id = $1 and d.id = a.delivery_id
   where a.account_id = $1 and a.id = $2
),
noted as (
  insert into delivery_key (account_id, delivery_id, meaning, pressed_at)
  select $1, id, $3, $4 from called
  on conflict (account_id, delivery_id, meaning) do nothing
  returning delivery_id
),
counted as (
  insert into broadcast_key_count as c (account_id, broadcast_id, meaning, n)
  select $1, broadcast_id, $3, 1 from called where exists (select from noted)
  on conflict (account_id, broadcast_id, meaning) do update set n = c.n + 1
),
concerned as materialized (
  select p.id
    from noted n
    join delivery_subject s on s.account_id = $1 and s.delivery_id = n.delivery_id
    join participant p on p.account_id = $1 and p.id = s.participant_id
   where $3::key_meaning = 'confirm'
   order by p.id
     for no key update of p
),
confirmed as (
  update participant p set answer = 'confirmed', answer_source = 'key', answered_at = $4, answered_by = null
    from concerned c
   where p.account_id = $1 and p.id = c.id
)
select broadcast_id as "broadcastId" from called

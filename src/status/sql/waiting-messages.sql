-- Messages about an appointment that are still to go out, by broadcast and channel, the next first.
-- $1 account, $2 appointment. Served by delivery_subject_appointment and the primary keys of delivery and broadcast.
select b.id as "broadcastId", b.title, d.channel, count(distinct d.id)::int as messages,
       iso(min(greatest(coalesce(d.not_before, b.send_at), b.send_at))) as at
  from delivery_subject s
  join delivery d on d.account_id = $1 and d.id = s.delivery_id and outcome_of(d.state) = 'waiting'
  join broadcast b on b.account_id = $1 and b.id = d.broadcast_id
 where s.account_id = $1 and s.appointment_id = $2
 group by b.id, b.title, d.channel
 order by min(greatest(coalesce(d.not_before, b.send_at), b.send_at)), b.id, d.channel
 limit 100

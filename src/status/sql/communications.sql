-- What stands for a participant, newest first; served by delivery_subject's primary key, delivery_once and attempt_delivery.
select d.id as "deliveryId", d.broadcast_id as "broadcastId", b.title, d.channel, d.address, coalesce(d.fields, r.fields) as fields,
       outcome_of(d.state) as outcome, d.state, d.failure, iso(d.not_before) as "notBefore",
       iso((select min(a.opened_at) from attempt a
             where a.account_id = $1 and a.delivery_id = d.id)) as "sentAt",
       iso(d.changed_at) as "changedAt", b.content #>> '{voice,audioId}' as "audioId",
       b.content #>> '{voice,voicemail,audioId}' as "voicemailAudioId",
       b.state = 'scheduled' and b.send_at_wall is not null and d.state = 'ready'
         and not exists (select from delivery o
                          where o.account_id = $1 and o.broadcast_id = d.broadcast_id and o.id <> d.id) as "isMovable"
  from delivery_subject s
  join delivery d on d.account_id = $1 and d.id = s.delivery_id
  join recipient r on r.account_id = $1 and r.id = d.recipient_id
  join broadcast b on b.account_id = $1 and b.id = d.broadcast_id
 where s.account_id = $1 and s.participant_id = $2
 order by d.id desc, d.channel
 limit 200

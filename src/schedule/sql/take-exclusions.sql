-- Who of this chunk gets nothing of their own on a channel, and why. Somebody whose message another
-- person's stands for is a duplicate, whatever was wrong with their other appointments. It is noted as whom
-- they were to hear, for a fallback or a later broadcast; and where the channel has a fallback, who is to be tried.
-- $1 account, $2 broadcast. Served as take-chunk.sql is; offset 0 says why there.
insert into exclusion (account_id, broadcast_id, recipient_id, channel, reason, detail,
                       is_watched, delivery_id, participants)
select distinct on (r.id, c.channel) $1, $2, r.id, c.channel, coalesce(c.reason, 'duplicate'),
       case when c.reason is null then winner.name
            else c.trace end,
       l.falls_to is not null and l.falls_for is null and coalesce(c.reason in ('no_address', 'invalid_address', 'not_sms_capable'), false),
       winner.delivery_id,
       array_agg(c.participant_id) filter (where c.participant_id is not null) over (partition by r.id, c.channel)
  from take_candidate c
  join lane l on l.account_id = $1 and l.broadcast_id = $2 and l.channel = c.channel
  join lateral (
    select known.id from recipient known
     where known.account_id = $1 and known.broadcast_id = $2
       and known.person_key = c.person_key and known.copy = c.copy offset 0) r on true
  left join lateral (
    select known.id as delivery_id, w.id as recipient_id, w.name
      from delivery known join recipient w on w.account_id = $1 and w.id = known.recipient_id
     where c.reason is null and known.account_id = $1 and known.broadcast_id = $2
       and known.channel = c.channel and address_key(known.address) = address_key(c.address) and known.copy = c.copy offset 0) winner on true
 where c.reason is not null or winner.recipient_id <> r.id
 order by r.id, c.channel, c.reason is null desc, c.at, c.appointment_id, c.position
on conflict (account_id, broadcast_id, recipient_id, channel) do update
   set reason = case when excluded.reason = 'duplicate' then excluded.reason else exclusion.reason end,
       detail = case when excluded.reason = 'duplicate' and exclusion.reason <> 'duplicate'
                     then excluded.detail else exclusion.detail end,
       is_watched = exclusion.is_watched and excluded.reason <> 'duplicate',
       delivery_id = coalesce(exclusion.delivery_id, excluded.delivery_id),
       participants = exclusion.participants || excluded.participants
 where excluded.reason = 'duplicate' and exclusion.reason <> 'duplicate' or excluded.participants is not null

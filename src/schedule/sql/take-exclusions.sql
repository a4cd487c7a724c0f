-- Who of this chunk gets nothing of their own on a channel, and why. Somebody whose message another
-- person's stands for is a duplicate, whatever was wrong with their other appointments.
insert into exclusion (account_id, broadcast_id, recipient_id, channel, reason, detail)
select distinct on (r.id, c.channel) $1, $2, r.id, c.channel, coalesce(c.reason, 'duplicate'),
       case when c.reason is null then winner.name
            else c.trace end
  from take_candidate c
  join recipient r on r.account_id = $1 and r.broadcast_id = $2
                  and r.person_key = c.person_key and r.copy = c.copy
  left join delivery d on d.account_id = $1 and d.broadcast_id = $2 and d.channel = c.channel
                      and d.address = c.address and d.copy = c.copy and c.reason is null
  left join recipient winner on winner.account_id = $1 and winner.id = d.recipient_id
 where c.reason is not null or d.recipient_id <> r.id
 order by r.id, c.channel, c.reason is null desc, c.at, c.appointment_id, c.position
on conflict (account_id, broadcast_id, recipient_id, channel) do update
   set reason = excluded.reason, detail = excluded.detail
 where excluded.reason = 'duplicate' and exclusion.reason <> 'duplicate'

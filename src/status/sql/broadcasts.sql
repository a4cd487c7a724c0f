-- Broadcasts with their kept counts: folded ones and the deltas not yet folded, never a count over
-- deliveries; of those who wait for quiet hours at most $8 are. $1 account, $2 one id or null, $3 folder, $4 view, $5 pattern, $6 after, $7 limit.
-- Served by the primary keys of broadcast, broadcast_count, broadcast_count_delta and broadcast_key_count, broadcast_replaces, lane's unique
-- (account_id, channel, kind, broadcast_id), broadcast_reply_count's key, and delivery_quiet.
select b.id, b.title, b.state, b.copy_mode as "copyMode", b.content, b.constants -> 'sender' as sender,
       coalesce(b.fallback, '[]') as fallback, b.redial,
       case when f.id is not null then json_build_object('id', f.id, 'title', f.title, 'purpose', b.purpose) end as follows,
       (select n.id from broadcast n where n.account_id = $1 and n.replaces_id = b.id) as "replacedBy",
       b.call_only_without_sms as "callOnlyWithoutSms", b.resolve,
       case when b.has_appointments then 'appointments' else 'other' end as folder,
       iso(p.paused_at) as "pausedAt", p.pause_reason as "pauseReason", p.pause_detail as "pauseDetail",
       w.per_minute as "perMinute", case when b.finished_at is null then w.waits_for end as "waitsFor",
       iso(b.send_at) as "sendAt",
       case when b.send_at_wall is not null
         then json_build_object('wall', b.send_at_wall, 'zone', case when b.send_at_local then 'recipient' else b.send_at_zone end) end as "sendLater",
       iso(b.undo_until) as "undoUntil", iso(b.expires_at) as "expiresAt",
       b.valid_minutes as "validMinutes", b.quiet_override_by as "quietOverrideBy",
       case when b.state in ('scheduled', 'sending') then (
         select case when count(*) > 0 then json_build_object(
                  'count', count(*), 'earliest', iso(min(w.not_before)), 'latest', iso(max(w.not_before))) end
           from (select d.not_before
                   from lane l
                   join delivery d on d.account_id = $1 and d.lane_id = l.id
                                  and d.state = 'ready' and d.wait_reason = 'quiet_hours'
                  where l.account_id = $1 and l.broadcast_id = b.id
                  limit $8) w) end as "quietWait",
       iso(b.created_at) as "createdAt", b.created_by as "createdBy", iso(b.finished_at) as "finishedAt",
       coalesce((
         select json_object_agg(k.meaning, k.n) from broadcast_key_count k
          where k.account_id = $1 and k.broadcast_id = b.id), '{}') as keys,
       coalesce((
         select r.n from broadcast_reply_count r
          where r.account_id = $1 and r.broadcast_id = b.id), 0) as replied,
       coalesce((
         select json_agg(json_build_object('channel', c.channel, 'outcome', c.outcome, 'n', c.n))
           from (select channel, outcome, sum(n) as n
                   from (select channel, outcome, n from broadcast_count
                          where account_id = $1 and broadcast_id = b.id
                         union all
                         select channel, outcome, n from broadcast_count_delta
                          where account_id = $1 and broadcast_id = b.id) all_counts
                  group by channel, outcome having sum(n) <> 0
                  order by channel) c), '[]') as counted
  from broadcast b
  left join broadcast f on f.account_id = $1 and f.id = b.parent_id
  left join lateral (
    select paused_at, pause_reason, pause_detail from lane l
     where l.account_id = $1 and l.broadcast_id = b.id and l.paused_at is not null
     order by paused_at limit 1) p on true
  left join lateral (
    select min(per_minute) as per_minute, max(waits_for) filter (where waits_for <> 'alarm') as waits_for
      from lane l where l.account_id = $1 and l.broadcast_id = b.id) w on true
 where b.account_id = $1
   and ($2::uuid is null or b.id = $2)
   -- Answers to a STOP or HELP are part of a conversation, and in the list only where somebody has to look.
   and ($2::uuid is not null or b.purpose <> 'keyword' or p.paused_at is not null)
   -- Tests are read one by one; the outbox holds what went to others.
   and ($2::uuid is not null or b.purpose <> 'test')
   and ($3::text is null or b.has_appointments = ($3 = 'appointments'))
   and case $4::text
         when 'scheduled' then b.state = 'scheduled'
         when 'sending' then b.state in ('taking', 'sending')
         when 'sent' then b.state in ('sent', 'canceled')
         else true end
   and ($5::text is null or b.title ilike $5)
   and ($6::uuid is null or b.id < $6)
 order by b.id desc
 limit $7

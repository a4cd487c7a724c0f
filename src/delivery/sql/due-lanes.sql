-- The lanes that have something to do, single messages first, then the longest waiting. The only
-- statement of the engine that crosses accounts; served by lane_due.
select l.account_id as "accountId", l.id, l.kind, l.channel, l.broadcast_id as "broadcastId",
       l.wake_at::text as "dueAt", l.fallback_for as "fallbackFor"
  from lane l
 where l.wake_at <= $1 and l.paused_at is null
   and not (l.id = any ($2::uuid[]))
 order by l.kind, l.wake_at
 limit $3

-- The lanes that have something to do, single messages first, then the longest waiting. Crosses
-- accounts; served by lane_due.
-- $1 now  $2 lanes that are worked on already  $3 at most so many
-- $4 accounts that have more than their part of what is worked on: only theirs ($5), or only others'
select l.account_id as "accountId", l.id, l.kind, l.channel, l.broadcast_id as "broadcastId",
       l.wake_at::text as "dueAt", l.fallback_for as "fallbackFor", l.paused_at is not null as "isPaused",
       l.gap_until as "gapUntil"
  from lane l
 where l.wake_at <= $1
   and not (l.id = any ($2::uuid[]))
   and (l.account_id = any ($4::uuid[])) = $5::boolean
 order by l.kind, l.wake_at
 limit $3

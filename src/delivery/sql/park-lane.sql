-- A lane without work sleeps until its next: a delivery that waits, a lease or a window that ends,
-- a doubt to be asked about; that of a fallback, what it watches. What could go now goes on at the end
-- of the queue; while it is paused, it does not. Its row was locked by a statement
-- before, so that whoever adds work afterwards wakes it. What was canceled or is to be asked again is
-- work for now, and what waits past its broadcast's expiry ends then. Served by delivery_ready, delivery_in_hand,
-- attempt_live; delivery_fallen, delivery_silent and exclusion_watched.
-- $1 account  $2 lane  $3 now  $4 nothing is to be claimed before that  $5 for this reason
-- $6 when it was due for this visit: somebody who has woken it since may have ended that reason
-- $7 whether silence on the channel before it tells anything
with watch as (
  select f.id as from_id, f.channel, f.wake_at, l.broadcast_id,
         case when $7::boolean then make_interval(mins => f.silence_minutes) end as silence
    from lane l
    join lane f on f.account_id = $1 and f.broadcast_id = l.broadcast_id and f.channel = l.fallback_for
   where l.account_id = $1 and l.id = $2 and l.paused_at is null and l.canceled_at is null
)
update lane
   set waits_for = $5, wake_at = (
     select min(at) from (
       (select case when lane.canceled_at is not null then lane.canceled_at
                    when lane.paused_at is not null then case when lane.fallback_for is null then b.expires_at end
                    when lane.asks_again is not null then greatest(lane.wake_at, $4::timestamptz)
                    else least(case when lane.fallback_for is null then b.expires_at end,
                      greatest(d.not_before, $3::timestamptz, case when lane.wake_at > $3::timestamptz
                                                or lane.wake_at::text = $6 then $4::timestamptz end)) end as at
          from delivery d
          join broadcast b on b.account_id = $1 and b.id = d.broadcast_id
         where d.account_id = $1 and d.lane_id = $2 and d.state = 'ready' order by d.not_before limit 1)
       union all
       select lease_until from delivery
        where account_id = $1 and lane_id = $2 and state = 'claimed'
       union all
       select case a.state when 'submitting' then a.window_until else a.settle_at end
         from delivery d
         join attempt a on a.account_id = $1 and a.delivery_id = d.id and a.state in ('submitting', 'uncertain')
        where d.account_id = $1 and d.lane_id = $2 and d.state in ('submitting', 'uncertain')
       union all
       -- Who was not reached already is its work now.
       select $3::timestamptz from watch w
        where exists (select from delivery d where d.account_id = $1 and d.lane_id = w.from_id
                         and d.is_watched and d.state in ('undelivered', 'failed', 'written_off'))
           or exists (select from exclusion e where e.account_id = $1 and e.broadcast_id = w.broadcast_id
                         and e.channel = w.channel and e.is_watched)
       union all
       (select d.changed_at + w.silence from watch w
          join delivery d on d.account_id = $1 and d.lane_id = w.from_id
                         and d.is_watched and d.state in ('accepted', 'sent')
         where w.silence is not null
         order by d.changed_at limit 1)
       union all
       -- What is taken from now on is silent for too long after this at the soonest.
       select $3::timestamptz + w.silence from watch w where w.wake_at is not null) next)
 where account_id = $1 and id = $2
returning wake_at as "wakeAt", falls_to is not null and silence_minutes is not null as "isWatched"

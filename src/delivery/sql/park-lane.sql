-- A lane without work sleeps until its next: a delivery that waits, a lease or a window that ends,
-- a doubt to be asked about. Its row was locked by a statement before, so that whoever adds work
-- afterwards wakes it. Served by delivery_ready, delivery_in_hand and attempt_live.
-- $1 account  $2 lane  $3 now  $4 nothing is to be claimed before that  $5 for this reason
-- $6 when it was due for this visit: somebody who has woken it since may have ended that reason
update lane
   set waits_for = $5, wake_at = (
     select min(at) from (
       (select case when lane.wake_at <= $3::timestamptz and lane.wake_at::text <> $6 then not_before
                    else greatest(not_before, $4::timestamptz) end as at
          from delivery
         where account_id = $1 and lane_id = $2 and state = 'ready' order by not_before limit 1)
       union all
       select lease_until from delivery
        where account_id = $1 and lane_id = $2 and state = 'claimed'
       union all
       select case a.state when 'submitting' then a.window_until else a.settle_at end
         from delivery d
         join attempt a on a.account_id = $1 and a.delivery_id = d.id and a.state in ('submitting', 'uncertain')
        where d.account_id = $1 and d.lane_id = $2 and d.state in ('submitting', 'uncertain')) next)
 where account_id = $1 and id = $2
returning wake_at as "wakeAt"

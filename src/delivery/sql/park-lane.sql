-- A lane without work sleeps until its next: a delivery that waits, a lease or a window that ends,
-- a doubt to be asked about. Its row was locked by a statement before, so that whoever adds work
-- afterwards wakes it. Served by delivery_ready, delivery_in_hand and attempt_live.
update lane
   set wake_at = (
     select min(at) from (
       (select not_before as at from delivery
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

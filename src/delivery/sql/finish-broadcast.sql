-- A broadcast of which nothing waits, moves, or is being asked about has been sent. In a paused lane
-- what is ready waits, and so does a fallback that nobody looks after now. One whose audience is yet to be
-- worked out has not begun. Served by delivery_ready.
update broadcast b
   set state = case when b.state = 'canceled' then b.state else 'sent' end, finished_at = $3
 where b.account_id = $1 and b.id = $2 and b.state in ('scheduled', 'sending', 'canceled') and b.finished_at is null
   and (b.take_at is null or b.state = 'canceled')
   and not exists (select from lane l where l.account_id = $1 and l.broadcast_id = $2
                     and (l.wake_at is not null
                          or l.paused_at is not null
                             and (l.fallback_for is not null
                                  or exists (select from delivery d where d.account_id = $1 and d.lane_id = l.id
                                                and d.state = 'ready'))))

-- What was due before the end of a gap may have been sent, in every lane that was under way then: one row
-- each is marked, and its deliveries are put in doubt when it is visited, before anything is sent.
-- One of few statements that cross accounts; runs only after a restore or a failover.
-- $1 end of the gap  $2 now
update lane l
   set gap_until = greatest(l.gap_until, $1),
       wake_at = case when b.state = 'taking' then l.wake_at else $2 end
  from broadcast b
 where b.account_id = l.account_id and b.id = l.broadcast_id
   and b.finished_at is null and b.created_at < $1 and l.canceled_at is null
